<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\JobCancelled;
use Plasm\Exception\JobFailed;
use Plasm\Exception\JobNotSettled;
use Plasm\Exception\NoQuorum;
use Plasm\Exception\PlasmException;
use Plasm\Exception\ReceiptInvalid;
use Plasm\Exception\Timeout;
use Plasm\Exception\UnexpectedAnswer;
use Plasm\Receipt\Expectation;
use Plasm\Receipt\Fields;
use Plasm\Receipt\Output;
use Plasm\Receipt\Quorum;

/** A job as it was when the daemon was last asked. Immutable: wait(), refresh() and cancel() return a newer one. */
final class Job
{
    public const STATES = ['queued', 'placing', 'running', 'settled'];

    /** @param list<string> $receiptDigests in order of arrival */
    private function __construct(
        private readonly Jobs $jobs,
        /** What it was submitted with; null where the job was found by its ID. */
        private readonly ?Manifest $manifest,
        public readonly string $id,
        /** One of STATES. */
        public readonly string $state,
        public readonly string $taskDigest,
        public readonly array $receiptDigests,
        private readonly int $quorum,
        /** Null until the job is settled. */
        public readonly ?Settlement $settlement,
    ) {
    }

    /**
     * @internal use Jobs::submit() or Jobs::find()
     *
     * @throws UnexpectedAnswer
     */
    public static function of(\stdClass $view, Jobs $jobs, ?Manifest $manifest = null): self
    {
        $fields = Fields::of($view)->requires('id', 'state', 'task', 'request', 'receipts');
        $id = $fields->jobId('id');
        $state = $fields->oneOf('state', self::STATES);
        $task = $fields->digest('task');
        $receipts = $fields->list('receipts', 0, 100000);
        $quorum = $fields->object('request')?->object('placement')?->integer('quorum', 1, 16);
        if ($state === 'settled') {
            $fields->requires('settlement');
        }
        if ($fields->violations() !== []) {
            throw new UnexpectedAnswer('the daemon sent a job that breaks its schema: ' . implode('; ', $fields->violations()));
        }
        $settlement = $state === 'settled' ? Settlement::of($fields->object('settlement')) : null;

        return new self($jobs, $manifest, $id, $state, $task, $receipts, $quorum ?? 1, $settlement);
    }

    /** @internal the same job, as the daemon sees it now */
    public function with(\stdClass $view): self
    {
        $job = self::of($view, $this->jobs, $this->manifest);

        return $job->id === $this->id ? $job : throw new UnexpectedAnswer("asked for job $this->id, the daemon sent $job->id");
    }

    public function isSettled(): bool
    {
        return $this->settlement !== null;
    }

    /**
     * Waits for the job's result. What the program did (an exit code, a trap, a limit) is then in outcome().
     *
     * @throws JobFailed where no result could be had
     * @throws JobCancelled
     * @throws Timeout after so many seconds; the job runs on
     * @throws PlasmException
     */
    public function wait(float $timeoutSeconds = 300.0): self
    {
        $job = $this->jobs->waitFor($this, $timeoutSeconds);
        $job->result();

        return $job;
    }

    /** @throws PlasmException */
    public function refresh(): self
    {
        return $this->jobs->refresh($this);
    }

    /** @throws PlasmException */
    public function cancel(): self
    {
        return $this->jobs->cancel($this);
    }

    /**
     * @param int $after only events after this number
     *
     * @return \Generator<int, Event> live, until the job is settled
     *
     * @throws PlasmException
     */
    public function events(int $after = 0): \Generator
    {
        return $this->jobs->events($this->id, $after);
    }

    /**
     * The settlement, where it is a result.
     *
     * @throws JobNotSettled
     * @throws JobFailed
     * @throws JobCancelled
     */
    public function result(): Settlement
    {
        return match ($this->settlement?->kind) {
            'result' => $this->settlement,
            null => throw new JobNotSettled($this->id, $this->state),
            'cancelled' => throw new JobCancelled($this->id),
            default => throw new JobFailed(
                (string) $this->settlement->code,
                "job $this->id has no result: {$this->settlement->reason}"
                    . ($this->settlement->help === null ? '' : " ({$this->settlement->help})"),
                $this->id,
                $this->settlement->tried,
                $this->settlement->help,
            ),
        };
    }

    /** @throws JobNotSettled|JobFailed|JobCancelled */
    public function outcome(): Outcome
    {
        return $this->result()->outcome ?? throw new JobNotSettled($this->id, $this->state);
    }

    /**
     * @throws JobNotSettled|JobFailed|JobCancelled
     * @throws PlasmException
     */
    public function stdout(): string
    {
        return $this->output('stdout');
    }

    /**
     * @throws JobNotSettled|JobFailed|JobCancelled
     * @throws PlasmException
     */
    public function stderr(): string
    {
        return $this->output('stderr');
    }

    /**
     * @param string $name `stdout`, `stderr` or an output file's guest path; its bytes are checked against the result
     *
     * @throws JobNotSettled|JobFailed|JobCancelled
     * @throws PlasmException
     */
    public function output(string $name): string
    {
        return implode('', iterator_to_array($this->chunks($name), false));
    }

    /**
     * Writes one output to a file, in a stream; the file appears whole or not at all.
     *
     * @throws JobNotSettled|JobFailed|JobCancelled
     * @throws PlasmException
     */
    public function saveOutput(string $name, string $path): void
    {
        $partial = "$path.part" . bin2hex(random_bytes(4));
        $file = @fopen($partial, 'xb');
        if ($file === false) {
            throw new Exception\UnwritableFile("$partial cannot be written");
        }
        try {
            foreach ($this->chunks($name) as $chunk) {
                if (fwrite($file, $chunk) !== strlen($chunk)) {
                    throw new Exception\UnwritableFile("$partial cannot be written; is the disk full?");
                }
            }
            fclose($file);
            if (!rename($partial, $path)) {
                throw new Exception\UnwritableFile("$path cannot be written");
            }
        } finally {
            if (file_exists($partial)) {
                unlink($partial);
            }
        }
    }

    /**
     * Names and sizes of what the program wrote.
     *
     * @return array<string, Output>
     *
     * @throws JobNotSettled|JobFailed|JobCancelled
     */
    public function outputs(): array
    {
        return $this->result()->outputs;
    }

    /**
     * The envelopes' exact bytes, in order of arrival: keep them, they are the proof.
     *
     * @return list<string>
     *
     * @throws PlasmException
     */
    public function envelopes(): array
    {
        return array_map($this->jobs->receipts()->envelope(...), $this->receiptDigests);
    }

    /**
     * Verifies the job's receipts here, without the daemon's word: signatures, that they are for the task of the
     * manifest and for this job, that enough distinct nodes agree, and that the result shown is theirs. Where the job
     * was found by its ID the task is the daemon's word; where the result came from its cache, so is the job.
     *
     * @throws NoQuorum
     * @throws ReceiptInvalid
     * @throws JobNotSettled|JobFailed|JobCancelled
     * @throws PlasmException
     */
    public function verify(): Quorum
    {
        $result = $this->result();
        $expected = $this->manifest === null
            ? Expectation::none()->withTask($this->taskDigest)
            : Expectation::none()->withManifest($this->manifest);
        $expected = $result->cached ? $expected : $expected->withJob($this->id);
        $quorum = Quorum::of($this->envelopes(), $expected, $this->manifest?->quorum() ?? $this->quorum);
        $receipt = $quorum->receipt();
        if (!$result->shows($receipt)) {
            throw new ReceiptInvalid(
                'RESULT_DIGEST_MISMATCH',
                "the daemon shows a result ($result->resultDigest) that is not the receipts' ($receipt->resultDigest)",
            );
        }

        return $quorum;
    }

    /** @return \Generator<int, string> */
    private function chunks(string $name): \Generator
    {
        $output = $this->outputs()[$name] ?? throw new Exception\OutputNotFound(
            "job $this->id has no output $name; it has " . implode(', ', array_keys($this->outputs())),
        );

        return $this->jobs->output($this->id, $name, $output);
    }
}
