<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\UnexpectedAnswer;
use Plasm\Receipt\Fields;
use Plasm\Receipt\Output;
use Plasm\Receipt\Receipt;

/** How a job ended, once, in the words of the submitter's daemon. The receipts are the proof of it. */
final class Settlement
{
    private function __construct(
        /** `result`, `failed` or `cancelled`. */
        public readonly string $kind,
        /** Of a result: `own` (this daemon ran it), `single` (one stranger's word) or `agreed` (a quorum). */
        public readonly ?string $trust = null,
        public readonly ?Outcome $outcome = null,
        public readonly ?int $fuel = null,
        public readonly ?int $memoryBytes = null,
        public readonly ?string $resultDigest = null,
        /** @var array<string, Output> `stdout`, `stderr` and each file by its guest path */
        public readonly array $outputs = [],
        /** @var list<string> peer IDs */
        public readonly array $agreeing = [],
        /** @var list<string> peer IDs */
        public readonly array $dissenting = [],
        /** Answered from an earlier result of the same task. */
        public readonly bool $cached = false,
        /** Of a failure: why, what was tried, what would help. */
        public readonly ?string $code = null,
        public readonly ?string $reason = null,
        /** @var list<array{peer: string, code?: string, reason: string}> */
        public readonly array $tried = [],
        public readonly ?string $help = null,
    ) {
    }

    /** @throws UnexpectedAnswer */
    public static function of(Fields $settlement): self
    {
        $kind = $settlement->requires('kind')->oneOf('kind', ['result', 'failed', 'cancelled']);
        $parsed = match ($kind) {
            'result' => self::result($settlement),
            'failed' => self::failed($settlement),
            default => new self('cancelled'),
        };
        if ($parsed === null || $settlement->violations() !== []) {
            throw new UnexpectedAnswer('the daemon sent a settlement that breaks its schema: '
                . implode('; ', $settlement->violations()));
        }

        return $parsed;
    }

    /** True where everything that is shown here of a result is what the receipt says. */
    public function shows(Receipt $receipt): bool
    {
        return $this->resultDigest === $receipt->resultDigest
            && (string) $this->outcome === (string) $receipt->outcome
            && $this->fuel === $receipt->fuel
            && $this->memoryBytes === $receipt->memoryBytes
            && self::plain($this->outputs) === self::plain($receipt->outputs);
    }

    /**
     * @param array<string, Output> $outputs
     *
     * @return array<string, array{string, int}>
     */
    private static function plain(array $outputs): array
    {
        return array_map(static fn (Output $output): array => [$output->digest, $output->bytes], $outputs);
    }

    private static function result(Fields $settlement): ?self
    {
        $settlement->requires('trust', 'result', 'resultDigest', 'agreeing', 'dissenting', 'cached');
        $result = $settlement->object('result')?->requires('outcome', 'fuel', 'memoryBytes', 'stdout', 'stderr', 'files');
        $result?->object('outcome')?->requires('kind')->oneOf('kind', Outcome::KINDS);
        $outputs = [
            'stdout' => self::output($result?->object('stdout')),
            'stderr' => self::output($result?->object('stderr')),
        ];
        foreach ($result?->objects('files', 0, 4096) ?? [] as $file) {
            $outputs[(string) $file->requires('path')->guestPath('path')] = self::output($file);
        }
        $trust = $settlement->oneOf('trust', ['own', 'single', 'agreed']);
        $digest = $settlement->digest('resultDigest');
        if ($result === null || $settlement->violations() !== []) {
            return null;
        }

        return new self(
            'result',
            $trust,
            Outcome::of($result->raw('outcome')),
            $result->integer('fuel', 0, PHP_INT_MAX, orNull: true),
            $result->integer('memoryBytes', 0, PHP_INT_MAX, orNull: true),
            $digest,
            $outputs,
            $settlement->list('agreeing', 0, 1000) ?? [],
            $settlement->list('dissenting', 0, 1000) ?? [],
            $settlement->boolean('cached') ?? false,
        );
    }

    private static function output(?Fields $output): Output
    {
        $digest = $output?->requires('digest', 'bytes')->digest('digest');

        return new Output($digest ?? '', $output?->integer('bytes', 0, PHP_INT_MAX) ?? 0);
    }

    private static function failed(Fields $settlement): self
    {
        $settlement->requires('code', 'reason');
        $tried = array_map(get_object_vars(...), $settlement->list('tried', 0, 10000) ?? []);

        return new self(
            'failed',
            code: (string) $settlement->text('code', 1, 128),
            reason: (string) $settlement->text('reason', 0, 65536),
            tried: $tried,
            help: $settlement->text('help', 0, 65536),
        );
    }
}
