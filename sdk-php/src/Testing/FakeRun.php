<?php

declare(strict_types=1);

namespace Plasm\Testing;

use Plasm\Receipt\CanonicalJson;

/** What a fake daemon makes of a job: an outcome with outputs, or no result at all. */
final class FakeRun
{
    /** @param array<string, string> $outputs bytes of `stdout`, `stderr` and files by guest path */
    private function __construct(
        public readonly ?\stdClass $outcome,
        public readonly array $outputs,
        public readonly ?int $fuel,
        public readonly ?\stdClass $failure = null,
    ) {
    }

    /** @param array<string, string> $files by guest path */
    public static function exited(int $code = 0, string $stdout = '', string $stderr = '', array $files = [], int $fuel = 1000): self
    {
        ksort($files, SORT_STRING);

        return new self((object) ['kind' => 'exited', 'code' => $code], compact('stdout', 'stderr') + $files, $fuel);
    }

    public static function trapped(string $reason = 'unreachable', int $fuel = 1000): self
    {
        return new self((object) ['kind' => 'trapped', 'reason' => $reason], ['stdout' => '', 'stderr' => ''], $fuel);
    }

    public static function exceeded(string $limit = 'fuel', int $fuel = 1000): self
    {
        // What is killed is not measured; what declares too much memory never begins.
        $fuel = match ($limit) {
            'wallTime' => null,
            'memory' => 0,
            default => $fuel,
        };

        return new self((object) ['kind' => 'exceeded', 'limit' => $limit], ['stdout' => '', 'stderr' => ''], $fuel);
    }

    /** No result could be had. */
    public static function failed(string $code = 'NO_PEERS', string $reason = 'no peer answered', ?string $help = null): self
    {
        $failure = (object) (['kind' => 'failed', 'code' => $code, 'reason' => $reason] + ($help === null ? [] : ['help' => $help]));

        return new self(null, [], null, $failure);
    }

    /** The result of the run, as receipts and settlements carry it. */
    public function result(): \stdClass
    {
        $named = static fn (string $bytes): array
            => ['digest' => 'sha256:' . hash('sha256', $bytes), 'bytes' => strlen($bytes)];
        $files = array_diff_key($this->outputs, ['stdout' => 1, 'stderr' => 1]);

        return (object) [
            'outcome' => $this->outcome,
            'deterministic' => true,
            'fuel' => $this->fuel,
            'memoryBytes' => match (true) {
                $this->fuel === null => null,
                ($this->outcome->limit ?? null) === 'memory' => 0,
                default => 65536,
            },
            'stdout' => (object) $named($this->outputs['stdout']),
            'stderr' => (object) $named($this->outputs['stderr']),
            'files' => array_map(
                static fn (string $path, string $bytes): \stdClass => (object) (['path' => $path] + $named($bytes)),
                array_keys($files),
                array_values($files),
            ),
        ];
    }

    /** The settlement of a job that ended in this run on these nodes. */
    public function settlement(\stdClass $task, string ...$nodes): \stdClass
    {
        if ($this->failure !== null) {
            return $this->failure;
        }
        $named = CanonicalJson::encode((object) ['task' => $task, 'result' => $this->result()]);

        return (object) [
            'kind' => 'result',
            'trust' => count($nodes) > 1 ? 'agreed' : 'single',
            'result' => $this->result(),
            'resultDigest' => 'sha256:' . hash('sha256', $named),
            'agreeing' => array_values($nodes),
            'dissenting' => [],
            'cached' => false,
        ];
    }
}
