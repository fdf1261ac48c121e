<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\InvalidManifest;
use Plasm\Exception\JsonInvalid;
use Plasm\Receipt\CanonicalJson;
use Plasm\Receipt\StrictJson;

/**
 * What to run, on what input, within which limits. Immutable: every `with…` returns a copy. Rules are checked when it
 * is submitted (or by check()), all at once.
 */
final class Manifest
{
    private const MAX_TASK_BYTES = 1048576;

    /** @param array<string, Blob> $blobs by digest, those whose bytes are here */
    private function __construct(
        private readonly \stdClass $document,
        private readonly array $blobs,
    ) {
    }

    public static function of(Blob $module): self
    {
        $empty = (object) ['plasm' => 1, 'task' => new \stdClass(), 'request' => new \stdClass()];

        return (new self($empty, []))->edit('task', ['module' => $module->digest], $module);
    }

    /**
     * Reads a manifest of the format of docs/manifest.md.
     *
     * @throws JsonInvalid
     * @throws InvalidManifest with every broken rule
     */
    public static function parse(string $json): self
    {
        $document = StrictJson::parse($json);
        self::refuseViolations($document);
        $document->request ??= new \stdClass();
        $manifest = new self($document, []);
        $manifest->canonicalTask();

        return $manifest;
    }

    /**
     * Reads a task in canonical form, as receipts name it.
     *
     * @throws JsonInvalid
     * @throws InvalidManifest also where the bytes are not the canonical ones
     */
    public static function ofCanonicalTask(string $bytes): self
    {
        self::refuseTooLong(strlen($bytes));
        $document = (object) ['plasm' => 1, 'task' => StrictJson::parse($bytes), 'request' => new \stdClass()];
        self::refuseViolations($document);
        $manifest = new self($document, []);
        if ($manifest->canonicalTask() !== $bytes) {
            throw new InvalidManifest('the task must be in canonical form: RFC 8785, every default written out, files '
                . 'and outputs in byte order');
        }

        return $manifest;
    }

    /** Arguments after the program's name. */
    public function withArgs(string ...$args): self
    {
        return $this->edit('task', ['args' => array_values($args)]);
    }

    /** @param array<string, string> $env */
    public function withEnv(array $env): self
    {
        return $this->edit('task', ['env' => (object) $env]);
    }

    public function withStdin(Blob $stdin): self
    {
        return $this->edit('task', ['stdin' => $stdin->digest], $stdin);
    }

    /** An input that the guest reads at `$path`, below /in. */
    public function withFile(string $path, Blob $content): self
    {
        $files = [...($this->document->task->files ?? []), (object) ['path' => $path, 'digest' => $content->digest]];

        return $this->edit('task', ['files' => $files], $content);
    }

    /** Directories, /out or below it, whose files are collected. */
    public function withOutputs(string ...$directories): self
    {
        return $this->edit('task', ['outputs' => array_values($directories)]);
    }

    /** The most work it may do, in units of fuel: about one a WebAssembly instruction. */
    public function withFuel(int $fuel): self
    {
        return $this->withLimit('fuel', $fuel);
    }

    public function withMemoryBytes(int $bytes): self
    {
        return $this->withLimit('memoryBytes', $bytes);
    }

    /** The most that stdout, stderr and all files may hold together. */
    public function withOutputBytes(int $bytes): self
    {
        return $this->withLimit('outputBytes', $bytes);
    }

    /** Gives the guest the node's own clock, where its operator allows that. The result is then not deterministic. */
    public function withRealClock(): self
    {
        return $this->edit('task', ['clock' => 'real']);
    }

    /** Gives the guest true randomness, where the operator allows that. The result is then not deterministic. */
    public function withRealRandom(): self
    {
        return $this->edit('task', ['random' => 'real']);
    }

    /** A name for people. It never leaves the daemon. */
    public function withName(string $name): self
    {
        return $this->edit('request', ['name' => $name]);
    }

    /** `any`, `interpreter` or `v8`. */
    public function withRuntime(string $runtime): self
    {
        return $this->edit('request', ['runtime' => $runtime]);
    }

    /** The least level of sandbox that will do: `full` or `reduced`. */
    public function withIsolation(string $isolation): self
    {
        return $this->edit('request', ['isolation' => $isolation]);
    }

    /** Never in a process that served another job. */
    public function withFresh(bool $fresh = true): self
    {
        return $this->edit('request', ['fresh' => $fresh]);
    }

    /** The most real time that one run may take. */
    public function withWallTimeMs(int $milliseconds): self
    {
        return $this->edit('request', ['wallTimeMs' => $milliseconds]);
    }

    /** Whether the daemon may answer from an earlier result of the same task; it may unless told otherwise. */
    public function withCache(bool $cache): self
    {
        return $this->edit('request', ['cache' => $cache]);
    }

    /** `local`: this daemon; `network`: other peers only; `any`: peers, else this daemon. */
    public function withPlacement(string $where): self
    {
        return $this->edit('request', ['placement' => $this->placement(['where' => $where])]);
    }

    /** Distinct peers that run it, and how many of them must agree: all of them where `$quorum` is null. */
    public function withReplicas(int $replicas, ?int $quorum = null): self
    {
        $wanted = ['replicas' => $replicas, 'quorum' => $quorum ?? $replicas];

        return $this->edit('request', ['placement' => $this->placement($wanted)]);
    }

    /** How many nodes must agree. */
    public function quorum(): int
    {
        $placement = $this->document->request->placement ?? null;

        return $placement->quorum ?? $placement->replicas ?? 1;
    }

    /**
     * The digest that names the task, and that its receipts carry: computed here from what you wrote, so that a
     * receipt for something else is found out.
     *
     * @throws InvalidManifest
     */
    public function taskDigest(): string
    {
        return 'sha256:' . hash('sha256', $this->canonicalTask());
    }

    /**
     * The bytes that name the task: every default written out, files and outputs in byte order, canonical JSON.
     *
     * @throws InvalidManifest
     */
    public function canonicalTask(): string
    {
        $this->check();
        $given = $this->document->task;
        $files = $given->files ?? [];
        $outputs = $given->outputs ?? [];
        usort($files, static fn (\stdClass $a, \stdClass $b): int => strcmp($a->path, $b->path));
        usort($outputs, strcmp(...));
        $task = (object) [
            'semantics' => 1,
            'module' => $given->module,
            'args' => $given->args ?? [],
            'env' => $given->env ?? new \stdClass(),
            'files' => $files,
            'outputs' => $outputs,
            'limits' => (object) [
                'fuel' => $given->limits->fuel ?? 10000000000,
                'memoryBytes' => $given->limits->memoryBytes ?? 67108864,
                'outputBytes' => $given->limits->outputBytes ?? 1048576,
            ],
            'clock' => $given->clock ?? 'virtual',
            'random' => $given->random ?? 'seeded',
        ];
        if (isset($given->stdin)) {
            $task->stdin = $given->stdin;
        }
        $bytes = CanonicalJson::encode($task);
        self::refuseTooLong(strlen($bytes));

        return $bytes;
    }

    /**
     * What is sent to the daemon.
     *
     * @throws InvalidManifest
     */
    public function toJson(): string
    {
        $this->check();

        return CanonicalJson::encode($this->document);
    }

    /** @throws InvalidManifest with every broken rule */
    public function check(): void
    {
        self::refuseViolations($this->document);
    }

    /** @return array<string, Blob> by digest, the module and inputs whose bytes are here */
    public function blobs(): array
    {
        return $this->blobs;
    }

    /** @return list<string> every digest that the task needs, each once */
    public function inputDigests(): array
    {
        $task = $this->document->task;
        $files = array_map(static fn (\stdClass $file): string => $file->digest, $task->files ?? []);

        return array_values(array_unique([$task->module, ...(isset($task->stdin) ? [$task->stdin] : []), ...$files]));
    }

    private static function refuseTooLong(int $bytes): void
    {
        if ($bytes > self::MAX_TASK_BYTES) {
            throw new InvalidManifest(sprintf(
                'the task must have a canonical form of at most %d bytes, and has %d',
                self::MAX_TASK_BYTES,
                $bytes,
            ));
        }
    }

    private static function refuseViolations(mixed $document): void
    {
        $violations = ManifestRules::violations($document);
        if ($violations !== []) {
            $told = implode('; ', array_slice($violations, 0, 3));
            $more = count($violations) > 3 ? sprintf('; and %d more', count($violations) - 3) : '';
            throw new InvalidManifest("the manifest breaks its rules: $told$more", $violations);
        }
    }

    private function withLimit(string $name, int $value): self
    {
        $limits = (object) [...get_object_vars($this->document->task->limits ?? new \stdClass()), $name => $value];

        return $this->edit('task', ['limits' => $limits]);
    }

    /** @param array<string, mixed> $changes */
    private function placement(array $changes): \stdClass
    {
        return (object) [...get_object_vars($this->document->request->placement ?? new \stdClass()), ...$changes];
    }

    /** @param array<string, mixed> $changes to one part of the document; its other values are shared, never changed */
    private function edit(string $part, array $changes, ?Blob $blob = null): self
    {
        $document = clone $this->document;
        $document->{$part} = (object) [...get_object_vars($document->{$part}), ...$changes];
        $blobs = $blob?->hasBytes() === true ? [...$this->blobs, $blob->digest => $blob] : $this->blobs;

        return new self($document, $blobs);
    }
}
