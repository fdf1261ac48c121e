<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\InvalidManifest;
use Plasm\Exception\JsonInvalid;
use Plasm\Exception\ReceiptInvalid;
use Plasm\Manifest;

/** Holds a receipt to the order that it answers and to the task that it is about, beyond their names. */
final class Terms
{
    /**
     * @param string $payload the order's payload bytes
     *
     * @throws ReceiptInvalid ORDER_MISMATCH; JSON_INVALID or PAYLOAD_INVALID where it is no order
     */
    public static function ofOrder(string $payload, \stdClass $predicate): void
    {
        $order = self::order($payload);
        $execution = $predicate->execution;
        self::expect('node', $execution->node, $order->node);
        self::expect('submitter', $execution->submitter, $order->submitter);
        self::expect('task', $predicate->task->digest, $order->task);
        self::expect('job', $execution->job, $order->job);
        self::expect('attempt', $execution->attempt, $order->attempt);
        // Nothing ran to its end: how it would have been run says nothing.
        if (in_array($predicate->result->outcome->kind, ['failed', 'cancelled'], true)) {
            return;
        }
        if ($order->runtime !== 'any') {
            self::expect('runtime', $execution->runtime->name, $order->runtime);
        }
        if ($order->isolation === 'full') {
            self::expect('isolation', $execution->isolation, $order->isolation);
        }
    }

    /**
     * @param string $canonical the task's canonical bytes
     *
     * @throws ReceiptInvalid TASK_MISMATCH; JSON_INVALID or MANIFEST_INVALID where it is no canonical task
     */
    public static function ofTask(string $canonical, \stdClass $predicate): void
    {
        $task = self::task($canonical);
        $result = $predicate->result;
        $outcome = $result->outcome;
        self::compareSummary($task, $canonical, $predicate->task);
        $deterministic = $task->clock === 'virtual' && $task->random === 'seeded';
        self::refuseIf($result->deterministic !== $deterministic, 'is not as deterministic as its task');
        $fuel = $task->limits->fuel;
        self::refuseIf($result->fuel !== null && $result->fuel > $fuel, "says fuel $result->fuel; its task allows $fuel");
        self::refuseIf(
            ($outcome->limit ?? null) === 'fuel' && $result->fuel !== $fuel,
            "says that $result->fuel fuel exceeded the limit; the fuel is then the limit, $fuel",
        );
        self::refuseIf(
            $result->memoryBytes !== null && $result->memoryBytes > $task->limits->memoryBytes,
            "says memoryBytes $result->memoryBytes; its task allows {$task->limits->memoryBytes}",
        );
        $written = $result->stdout->bytes + $result->stderr->bytes + array_sum(array_column($result->files, 'bytes'));
        self::refuseIf(
            $written > $task->limits->outputBytes,
            "has outputs of $written bytes; its task allows {$task->limits->outputBytes}",
        );
        foreach ($result->files as $file) {
            $holders = array_filter(
                $task->outputs,
                static fn (string $directory): bool => str_starts_with($file->path, "$directory/"),
            );
            self::refuseIf($holders === [], "has the file $file->path, which its task does not collect");
        }
    }

    private static function compareSummary(\stdClass $task, string $canonical, \stdClass $found): void
    {
        $summary = (object) [
            'digest' => 'sha256:' . hash('sha256', $canonical),
            'semantics' => $task->semantics,
            'module' => $task->module,
            'files' => $task->files,
        ];
        if (isset($task->stdin)) {
            $summary->stdin = $task->stdin;
        }
        self::refuseIf(
            CanonicalJson::encode($summary) !== CanonicalJson::encode($found),
            'names other inputs than its task',
        );
    }

    private static function order(string $payload): \stdClass
    {
        try {
            $document = StrictJson::parse($payload);
        } catch (JsonInvalid $fault) {
            throw new ReceiptInvalid('JSON_INVALID', 'the order: ' . $fault->getMessage(), $fault);
        }
        $order = Fields::of($document);
        OrderVerifier::check($order);
        if ($order->violations() !== []) {
            throw new ReceiptInvalid('PAYLOAD_INVALID', 'the order: ' . implode('; ', $order->violations()));
        }

        return $document;
    }

    private static function task(string $canonical): \stdClass
    {
        try {
            Manifest::ofCanonicalTask($canonical);

            return StrictJson::parse($canonical);
        } catch (JsonInvalid | InvalidManifest $fault) {
            throw new ReceiptInvalid($fault->errorCode, 'the task: ' . $fault->getMessage(), $fault);
        }
    }

    private static function expect(string $what, string|int $found, string|int $ordered): void
    {
        if ($found !== $ordered) {
            throw new ReceiptInvalid('ORDER_MISMATCH', "the receipt's $what is $found; its order says $ordered");
        }
    }

    private static function refuseIf(bool $contradicts, string $what): void
    {
        if ($contradicts) {
            throw new ReceiptInvalid('TASK_MISMATCH', "the receipt $what");
        }
    }
}
