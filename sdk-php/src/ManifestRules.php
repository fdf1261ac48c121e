<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\Violation;
use Plasm\Receipt\Fields;
use Plasm\Receipt\StrictJson;

/** The rules of a manifest (docs/manifest.md): the daemon's own, checked before anything is sent. */
final class ManifestRules
{
    private const ENV_NAME = '/^[A-Za-z_][A-Za-z0-9_]*$/D';
    private const MAX_TEXT = 65536;

    /** @return list<Violation> all broken rules; none where the manifest is good */
    public static function violations(mixed $document): array
    {
        $manifest = Fields::of($document)->requires('plasm', 'task');
        $manifest->oneOf('plasm', [1]);
        $task = $manifest->object('task');
        if ($task !== null) {
            self::checkTask($task);
        }
        $request = $manifest->object('request');
        if ($request !== null) {
            self::checkRequest($request);
        }

        return $manifest->violations();
    }

    private static function checkTask(Fields $task): void
    {
        $task->requires('module')->allowsOnly(
            'semantics', 'module', 'args', 'env', 'stdin', 'files', 'outputs', 'limits', 'clock', 'random',
        );
        $task->oneOf('semantics', [1]);
        $task->digest('module');
        $task->digest('stdin');
        foreach ($task->list('args', 0, 1024) ?? [] as $i => $arg) {
            if (!Fields::isText($arg, 0, self::MAX_TEXT, false)) {
                $task->noteAt("$task->pointer/args/$i", 'must be a string of at most 65536 characters without NUL', $arg);
            }
        }
        self::checkEnv($task->object('env'));
        self::checkPaths($task);
        $limits = $task->object('limits')?->allowsOnly('fuel', 'memoryBytes', 'outputBytes');
        $limits?->integer('fuel', 1, StrictJson::MAX_INTEGER);
        $limits?->integer('memoryBytes', 65536, 2147483648);
        $limits?->integer('outputBytes', 0, 1073741824);
        $task->oneOf('clock', ['virtual', 'real']);
        $task->oneOf('random', ['seeded', 'real']);
    }

    private static function checkEnv(?Fields $env): void
    {
        $names = $env?->names() ?? [];
        if (count($names) > 256) {
            $env->noteHere('must have at most 256 members');
        }
        foreach ($names as $name) {
            if (strlen($name) > 256 || preg_match(self::ENV_NAME, $name) !== 1) {
                $env->note($name, 'must have a name of at most 256 letters, digits and underscores, the first no digit');
            }
            $env->text($name, 0, self::MAX_TEXT, allowsNul: false);
        }
    }

    private static function checkPaths(Fields $task): void
    {
        $inputs = [];
        foreach ($task->objects('files', 0, 1024) as $file) {
            $file->requires('path', 'digest')->allowsOnly('path', 'digest')->digest('digest');
            $inputs["$file->pointer/path"] = $file->guestPath('path');
        }
        $outputs = [];
        foreach ($task->list('outputs', 0, 16) ?? [] as $i => $path) {
            $pointer = "$task->pointer/outputs/$i";
            $good = Fields::isGuestPath($path);
            $outputs[$pointer] = $good ? $path : null;
            $good || $task->noteAt($pointer, 'must be an absolute path without empty, `.` or `..` segments', $path);
        }
        self::checkPlaces($task, $inputs, '/in', 'must be below /in');
        self::checkPlaces($task, $outputs, '/out', 'must be /out or below it');
    }

    /** @param array<string, ?string> $paths by pointer; null where the path is wrong in itself */
    private static function checkPlaces(Fields $task, array $paths, string $root, string $rule): void
    {
        $paths = array_filter($paths, is_string(...));
        $seen = [];
        foreach ($paths as $pointer => $path) {
            if (!str_starts_with($path, "$root/") && !($root === '/out' && $path === $root)) {
                $task->noteAt($pointer, $rule, $path);
            } elseif (isset($seen[$path])) {
                $task->noteAt($pointer, 'must come once', $path);
            } else {
                $outer = self::outer($path, $paths);
                $outer === null || $task->noteAt($pointer, "must not be inside $outer, which is listed too", $path);
            }
            $seen[$path] = true;
        }
    }

    /** @param array<string, string> $paths */
    private static function outer(string $path, array $paths): ?string
    {
        for ($end = strrpos($path, '/'); $end > 0; $end = strrpos($path, '/')) {
            $path = substr($path, 0, $end);
            if (in_array($path, $paths, true)) {
                return $path;
            }
        }

        return null;
    }

    private static function checkRequest(Fields $request): void
    {
        $request->text('name', 1, 128);
        $request->oneOf('runtime', ['any', 'interpreter', 'v8']);
        $request->oneOf('isolation', ['full', 'reduced']);
        $request->boolean('fresh');
        $request->integer('wallTimeMs', 1, 86400000);
        $request->boolean('cache');
        $placement = $request->object('placement');
        $placement?->oneOf('where', ['any', 'local', 'network']);
        $replicas = $placement?->integer('replicas', 1, 16);
        $quorum = $placement?->integer('quorum', 1, 16);
        // Absent replicas are one, and so the quorum may be no more.
        if ($quorum !== null && ($replicas !== null || !$placement->has('replicas')) && $quorum > ($replicas ?? 1)) {
            $placement->note('quorum', 'must be at most the number of replicas, ' . ($replicas ?? 1));
        }
    }
}
