<?php

declare(strict_types=1);

namespace Plasm\Testing;

use Plasm\Exception\PlasmException;
use Plasm\Transport\Request;
use Plasm\Transport\Response;
use Plasm\Transport\StreamedResponse;
use Plasm\Transport\Transport;

/** Answers from a script and remembers what was asked: for tests of single requests. See FakePlasm for whole jobs. */
final class FakeTransport implements Transport
{
    /** @var list<Request> */
    public array $requests = [];

    /** @var list<Response|StreamedResponse|PlasmException> */
    private array $script;

    public function __construct(Response|StreamedResponse|PlasmException ...$script)
    {
        $this->script = array_values($script);
    }

    /** @param array<string, mixed>|list<mixed> $value */
    public static function json(array $value, int $status = 200): Response
    {
        return new Response($status, ['content-type' => 'application/json'], json_encode($value, JSON_THROW_ON_ERROR));
    }

    /** @param array<string, mixed> $more */
    public static function problem(int $status, string $code, string $detail = '', array $more = []): Response
    {
        $problem = ['type' => "urn:plasm:error:$code", 'title' => $code, 'status' => $status, 'code' => $code, 'detail' => $detail];

        return self::json($problem + $more, $status);
    }

    /** @param PlasmException|null $end thrown after the last chunk: a connection that broke */
    public static function chunks(iterable $chunks, ?PlasmException $end = null, int $status = 200): StreamedResponse
    {
        $body = (static function () use ($chunks, $end): \Generator {
            foreach ($chunks as $chunk) {
                yield $chunk;
            }
            if ($end !== null) {
                throw $end;
            }
        })();

        return new StreamedResponse($status, [], $body);
    }

    public function send(Request $request): Response
    {
        $answer = $this->next($request);
        if ($answer instanceof Response) {
            return $answer;
        }

        return new Response($answer->status, $answer->headers, implode('', iterator_to_array($answer->chunks, false)));
    }

    public function stream(Request $request): StreamedResponse
    {
        $answer = $this->next($request);

        return $answer instanceof StreamedResponse ? $answer : self::chunks([$answer->body], status: $answer->status);
    }

    private function next(Request $request): Response|StreamedResponse
    {
        $this->requests[] = $request;
        $answer = array_shift($this->script)
            ?? throw new \LogicException("the script has no answer left for $request->method $request->path");

        return $answer instanceof PlasmException ? throw $answer : $answer;
    }
}
