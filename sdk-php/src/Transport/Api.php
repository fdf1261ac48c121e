<?php

declare(strict_types=1);

namespace Plasm\Transport;

use Plasm\Exception\ApiProblem;
use Plasm\Exception\DaemonUnreachable;
use Plasm\Exception\InvalidManifest;
use Plasm\Exception\MissingBlob;
use Plasm\Exception\PlasmException;
use Plasm\Exception\UnexpectedAnswer;
use Plasm\Exception\Violation;

/** The daemon's HTTP API over a transport: repeats what is safe to repeat, and turns problems into exceptions. */
final class Api
{
    private const ATTEMPTS = 4;
    private const FIRST_PAUSE_MS = 100;
    private const LONGEST_PAUSE_MS = 5000;
    private const MAX_JSON_DEPTH = 64;

    /**
     * @param object|null $logger PSR-3
     * @param \Closure(int): void $pause waits that many milliseconds
     */
    public function __construct(
        private readonly Transport $transport,
        private readonly ?object $logger,
        private readonly \Closure $pause,
    ) {
    }

    /**
     * The JSON object that the daemon answers.
     *
     * @throws PlasmException
     */
    public function json(Request $request): \stdClass
    {
        $answer = self::decode($this->send($request)->body);

        return $answer instanceof \stdClass
            ? $answer
            : throw new UnexpectedAnswer("$request->method $request->path must be answered with a JSON object");
    }

    /**
     * A successful answer.
     *
     * @throws PlasmException
     */
    public function send(Request $request): Response
    {
        for ($attempt = 1; ; $attempt++) {
            $mayRepeat = $attempt < self::ATTEMPTS && $request->isRepeatable();
            try {
                $response = $this->transport->send($request);
            } catch (DaemonUnreachable $fault) {
                if (!$mayRepeat) {
                    throw $fault;
                }
                $this->rest($request, $attempt, $fault->getMessage());
                continue;
            }
            if ($response->isSuccess()) {
                return $response;
            }
            $problem = self::problem($request, $response->status, $response->body);
            if (!$mayRepeat || !in_array($response->status, [429, 502, 503], true)) {
                throw $problem;
            }
            $this->rest($request, $attempt, $problem->getMessage(), $response->headers['retry-after'] ?? null);
        }
    }

    /**
     * A successful answer, read as it comes.
     *
     * @throws PlasmException
     */
    public function stream(Request $request): StreamedResponse
    {
        $response = $this->transport->stream($request);
        if (!$response->isSuccess()) {
            throw self::problem($request, $response->status, implode('', iterator_to_array($response->chunks, false)));
        }

        return $response;
    }

    /** Waits before the next attempt of something; says so in the log. */
    public function rest(Request $request, int $attempt, string $reason, ?string $retryAfter = null): void
    {
        $pauseMs = self::FIRST_PAUSE_MS * 2 ** min($attempt - 1, 10);
        if ($retryAfter !== null && ctype_digit($retryAfter)) {
            $pauseMs = (int) $retryAfter * 1000;
        }
        $pauseMs = min($pauseMs, self::LONGEST_PAUSE_MS);
        $this->logger?->log('warning', 'plasm: {method} {path} again in {pauseMs} ms: {reason}', [
            'method' => $request->method,
            'path' => $request->path,
            'attempt' => $attempt,
            'pauseMs' => $pauseMs,
            'reason' => $reason,
        ]);
        ($this->pause)($pauseMs);
    }

    /** @param array<string, mixed> $context */
    public function debug(string $message, array $context): void
    {
        $this->logger?->log('debug', $message, $context);
    }

    public static function decode(string $json): mixed
    {
        try {
            return json_decode($json, false, self::MAX_JSON_DEPTH, JSON_THROW_ON_ERROR);
        } catch (\JsonException $fault) {
            throw new UnexpectedAnswer('the daemon answered what is not JSON: ' . $fault->getMessage(), $fault);
        }
    }

    private static function problem(Request $request, int $status, string $body): PlasmException
    {
        $problem = json_decode($body);
        if (!$problem instanceof \stdClass || !is_string($problem->code ?? null)) {
            return new UnexpectedAnswer("$request->method $request->path was answered with status $status and no problem document");
        }
        $detail = is_string($problem->detail ?? null) ? $problem->detail : $problem->code;
        $violations = [];
        foreach (is_array($problem->violations ?? null) ? $problem->violations : [] as $item) {
            $violations[] = new Violation((string) $item->pointer, (string) $item->rule, $item->value ?? null);
        }

        return match (true) {
            $problem->code === 'MANIFEST_INVALID' => new InvalidManifest($detail, $violations),
            $problem->code === 'BLOB_NOT_FOUND' && is_array($problem->missing ?? null) && $problem->missing !== []
                => new MissingBlob($detail, array_values(array_filter($problem->missing, is_string(...)))),
            default => new ApiProblem($problem->code, $detail, $status, $violations),
        };
    }
}
