<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\ReceiptInvalid;
use Plasm\Outcome;

/**
 * The payload of a receipt: an in-toto Statement v1 whose predicate is plasm's (docs/receipt.md). Checks every rule of
 * its schema, then that the result digest and the subjects follow from the result.
 */
final class Statement
{
    public const TYPE = 'https://in-toto.io/Statement/v1';
    public const PREDICATE_TYPE = 'urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239';

    private const MAX_OUTPUT_BYTES = 1073741824;
    private const MAX_MODULE_BYTES = 67108864;
    private const EPOCH = '/^[0-9a-f]{32}$/D';
    private const OF_NO_BYTES = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    /** Ends of which no instruction was part. */
    private const NEVER_BEGAN = ['rejected', 'memory'];
    private const HEX_DIGEST = '/^[0-9a-f]{64}$/D';

    /**
     * What a signed document says.
     *
     * @throws ReceiptInvalid RESULT_DIGEST_MISMATCH or SUBJECT_MISMATCH
     */
    public static function receipt(SignedDocument $signed): Receipt
    {
        $predicate = $signed->document->predicate;
        $resultDigest = self::resultDigest($predicate);
        $outputs = self::outputs($predicate->result);
        self::compareSubjects($signed->document->subject, $resultDigest, $outputs);

        return new Receipt(
            $signed->digest,
            $resultDigest,
            $predicate->task->digest,
            $predicate->task->semantics,
            $predicate->task->module,
            Outcome::of($predicate->result->outcome),
            $predicate->result->deterministic,
            $predicate->result->fuel,
            $predicate->result->memoryBytes,
            $outputs,
            self::execution($predicate->execution),
            $signed->envelope,
        );
    }

    /** Notes every rule of its form that a payload breaks. */
    public static function check(Fields $statement): void
    {
        $statement->requires('_type', 'subject', 'predicateType', 'predicate');
        $statement->oneOf('_type', [self::TYPE]);
        $statement->oneOf('predicateType', [self::PREDICATE_TYPE]);
        foreach ($statement->objects('subject', 1, 4099) as $subject) {
            $subject->requires('name', 'digest')->text('name', 1, 1024);
            $subject->object('digest')?->requires('sha256')
                ->pattern('sha256', self::HEX_DIGEST, 'must be 64 hex digits in lower case');
        }
        $predicate = $statement->object('predicate')?->requires('task', 'result', 'execution', 'log');
        self::checkTask($predicate?->object('task'));
        self::checkResult($predicate?->object('result'));
        self::checkExecution($predicate?->object('execution'));
        self::checkLog($predicate?->object('log'));
    }

    private static function checkTask(?Fields $task): void
    {
        $task?->requires('digest', 'semantics', 'module', 'files')
            ->allowsOnly('digest', 'semantics', 'module', 'stdin', 'files');
        $task?->digest('digest');
        $task?->oneOf('semantics', [1]);
        $task?->digest('module');
        $task?->digest('stdin');
        $files = $task?->objects('files', 0, 1024) ?? [];
        foreach ($files as $file) {
            $file->requires('path', 'digest')->allowsOnly('path', 'digest')->guestPath('path');
            $file->digest('digest');
        }
        self::checkOrder($files);
    }

    private static function checkResult(?Fields $result): void
    {
        if ($result === null) {
            return;
        }
        $names = ['outcome', 'deterministic', 'fuel', 'memoryBytes', 'stdout', 'stderr', 'files'];
        $result->requires(...$names)->allowsOnly(...$names);
        $kind = self::checkOutcome($result->object('outcome'));
        $result->boolean('deterministic');
        $result->integer('fuel', 0, StrictJson::MAX_INTEGER, orNull: true);
        $result->integer('memoryBytes', 0, 4294967296, orNull: true);
        self::checkMeasure($result, $kind);
        $written = 0;
        foreach (['stdout', 'stderr'] as $stream) {
            $output = $result->object($stream)?->requires('digest', 'bytes')->allowsOnly('digest', 'bytes');
            $written += self::checkOutput($output);
        }
        $files = $result->objects('files', 0, 4096);
        foreach ($files as $file) {
            $file->requires('path', 'digest', 'bytes')->allowsOnly('path', 'digest', 'bytes')->guestPath('path');
            $written += self::checkOutput($file) + 1;
        }
        if (in_array($kind, self::NEVER_BEGAN, true) && $written > 0) {
            $result->note('outcome', 'must not be rejected or exceeded memory where there are outputs');
        }
        self::checkOrder($files);
    }

    /** @return int its size, 0 where it is wrong */
    private static function checkOutput(?Fields $output): int
    {
        $digest = $output?->digest('digest');
        $bytes = $output?->integer('bytes', 0, self::MAX_OUTPUT_BYTES);
        if ($digest !== null && $bytes !== null && ($bytes === 0) !== ($digest === self::OF_NO_BYTES)) {
            $output->note('bytes', 'must be 0 where the digest is that of no bytes, and only there');
        }

        return $bytes ?? 0;
    }

    /** @return string|null `exited`, …, with `wallTime` and `memory` for their own: they are measured otherwise */
    private static function checkOutcome(?Fields $outcome): ?string
    {
        $kind = $outcome?->requires('kind')->oneOf('kind', Outcome::KINDS);
        $members = match ($kind) {
            'exited' => ['code'],
            'trapped', 'failed' => ['reason'],
            'exceeded' => ['limit'],
            'rejected' => ['reason', 'offset'],
            'cancelled' => [],
            default => null,
        };
        if ($outcome === null || $members === null) {
            return null;
        }
        $outcome->requires(...$members)->allowsOnly('kind', ...$members);
        $limit = null;
        match ($kind) {
            'exited' => $outcome->integer('code', 0, 4294967295),
            'trapped' => $outcome->oneOf('reason', Outcome::TRAPS),
            'exceeded' => $limit = $outcome->oneOf('limit', Outcome::LIMITS),
            'rejected' => $outcome->oneOf('reason', Outcome::REJECTIONS),
            'failed' => $outcome->oneOf('reason', Outcome::FAILURES),
            default => null,
        };
        if ($kind === 'rejected') {
            $outcome->integer('offset', 0, self::MAX_MODULE_BYTES);
        }

        return in_array($limit, ['wallTime', 'memory'], true) ? $limit : (string) $kind;
    }

    /** Fuel and memory: null for failed, cancelled, exceeded wallTime; 0 for rejected, exceeded memory; else numbers. */
    private static function checkMeasure(Fields $result, ?string $kind): void
    {
        foreach ($kind === null ? [] : ['fuel', 'memoryBytes'] as $name) {
            if (!$result->has($name)) {
                continue;
            }
            $value = $result->raw($name);
            match (true) {
                in_array($kind, ['failed', 'cancelled', 'wallTime'], true) => $value === null
                    || $result->note($name, 'must be null for this outcome'),
                in_array($kind, self::NEVER_BEGAN, true) => $value === 0
                    || $result->note($name, 'must be 0 for this outcome'),
                default => $value !== null || $result->note($name, 'must be a number for this outcome'),
            };
        }
    }

    /** @param list<Fields> $files */
    private static function checkOrder(array $files): void
    {
        $previous = null;
        foreach ($files as $file) {
            $path = $file->raw('path');
            if (is_string($path) && $previous !== null && strcmp($previous, $path) >= 0) {
                $file->note('path', 'must come after the path before it, in byte order, and once');
            }
            $previous = is_string($path) ? $path : $previous;
        }
    }

    private static function checkExecution(?Fields $execution): void
    {
        if ($execution === null) {
            return;
        }
        $execution->requires(
            'node', 'submitter', 'order', 'job', 'attempt', 'runtime', 'isolation', 'acceptedAt', 'finishedAt',
        );
        $execution->peerId('node');
        $execution->peerId('submitter');
        $execution->digest('order');
        $execution->jobId('job');
        $execution->integer('attempt', 1, 1000000);
        $runtime = $execution->object('runtime')?->requires('name', 'version');
        $runtime?->text('name', 1, 64);
        $runtime?->text('version', 1, 64);
        $execution->oneOf('isolation', ['full', 'reduced']);
        $execution->time('acceptedAt');
        $execution->time('startedAt');
        $execution->time('finishedAt');
    }

    private static function checkLog(?Fields $log): void
    {
        $log?->requires('epoch', 'sequence')->pattern('epoch', self::EPOCH, 'must be 32 hex digits in lower case');
        $sequence = $log?->integer('sequence', 0, StrictJson::MAX_INTEGER);
        $log?->digest('previous');
        if ($log !== null && $sequence !== null && ($sequence === 0) === $log->has('previous')) {
            $log->noteHere('must have `previous` exactly where `sequence` is not 0');
        }
    }

    private static function resultDigest(\stdClass $predicate): string
    {
        $named = CanonicalJson::encode((object) ['task' => $predicate->task, 'result' => $predicate->result]);

        return 'sha256:' . hash('sha256', $named);
    }

    /** @return array<string, Output> */
    private static function outputs(\stdClass $result): array
    {
        $outputs = [];
        foreach (['stdout' => $result->stdout, 'stderr' => $result->stderr] as $name => $output) {
            $outputs[$name] = new Output($output->digest, $output->bytes);
        }
        foreach ($result->files as $file) {
            $outputs[$file->path] = new Output($file->digest, $file->bytes);
        }

        return $outputs;
    }

    /**
     * @param list<\stdClass> $subjects
     * @param array<string, Output> $outputs
     */
    private static function compareSubjects(array $subjects, string $resultDigest, array $outputs): void
    {
        $claimed = $subjects[0]->digest->sha256;
        if ("sha256:$claimed" !== $resultDigest) {
            throw new ReceiptInvalid(
                'RESULT_DIGEST_MISMATCH',
                "the receipt claims the result digest $claimed, but its task and result have $resultDigest",
            );
        }
        $carried = array_map(static fn (\stdClass $subject): array => [$subject->name, $subject->digest->sha256], $subjects);
        $due = [['result', $claimed]];
        foreach ($outputs as $name => $output) {
            if ($output->bytes > 0) {
                $due[] = [(string) $name, substr($output->digest, strlen('sha256:'))];
            }
        }
        if ($carried !== $due) {
            throw new ReceiptInvalid(
                'SUBJECT_MISMATCH',
                'the subjects must be the result and its outputs that are not empty, in this order and with their '
                    . 'digests: ' . implode(', ', array_column($due, 0)),
            );
        }
    }

    private static function execution(\stdClass $execution): Execution
    {
        return new Execution(
            $execution->node,
            $execution->submitter,
            $execution->order,
            $execution->job,
            $execution->attempt,
            $execution->runtime->name,
            $execution->runtime->version,
            $execution->isolation,
            $execution->acceptedAt,
            $execution->startedAt ?? null,
            $execution->finishedAt,
        );
    }
}
