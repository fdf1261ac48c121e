<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\DaemonUnreachable;
use Plasm\Exception\MissingBlob;
use Plasm\Exception\PlasmException;
use Plasm\Exception\Timeout;
use Plasm\Exception\UnexpectedAnswer;
use Plasm\Transport\Api;
use Plasm\Transport\Request;
use Plasm\Transport\ServerSentEvents;

/** Submitting jobs and following them. */
final class Jobs
{
    private const LONGEST_WAIT_SECONDS = 30;
    /** Beyond what the daemon was asked to wait. */
    private const GRACE_SECONDS = 15.0;
    /** Twice the daemon's heartbeat and more: silence for that long is a broken connection. */
    private const EVENT_SILENCE_SECONDS = 45.0;
    private const RECONNECTIONS = 5;

    /** @internal use Client::jobs() */
    public function __construct(
        private readonly Api $api,
        private readonly Blobs $blobs,
        private readonly Receipts $receipts,
    ) {
    }

    /**
     * Submits a job and returns as soon as the daemon has it in its books. Blobs that the daemon lacks are uploaded
     * from where the manifest got them. One call is one job, however often the request had to be repeated.
     *
     * @param string|null $idempotencyKey 1 to 128 visible ASCII characters; a second call with the same key and
     *     manifest, from any process, names the same job. Made up for this call where it is null.
     *
     * @throws Exception\InvalidManifest before anything is sent
     * @throws MissingBlob where the daemon lacks a blob whose bytes are not here either
     * @throws PlasmException
     */
    public function submit(Manifest $manifest, ?string $idempotencyKey = null): Job
    {
        $taskDigest = $manifest->taskDigest();
        $headers = ['Content-Type' => 'application/json', 'Idempotency-Key' => $idempotencyKey ?? bin2hex(random_bytes(16))];
        $request = new Request('POST', '/v1/jobs', $headers, $manifest->toJson());
        try {
            $view = $this->api->json($request);
        } catch (MissingBlob $missing) {
            $this->uploadMissing($manifest, $missing);
            $view = $this->api->json($request);
        }
        $job = Job::of($view, $this, $manifest);
        if ($job->taskDigest !== $taskDigest) {
            throw new UnexpectedAnswer("the daemon took the task for $job->taskDigest; this manifest's is $taskDigest");
        }
        $this->api->debug('plasm: submitted job {job}', ['job' => $job->id, 'task' => $taskDigest]);

        return $job;
    }

    /** @throws PlasmException JOB_NOT_FOUND where there is none of that ID, or it is another owner's */
    public function find(string $id): Job
    {
        return Job::of($this->api->json(new Request('GET', self::path($id))), $this);
    }

    /**
     * Jobs, newest first, fetched page by page.
     *
     * @param string|null $state `queued`, `placing`, `running` or `settled`; null: any
     *
     * @return \Generator<int, Job>
     *
     * @throws PlasmException
     */
    public function all(?string $state = null): \Generator
    {
        $query = $state === null ? '' : '&state=' . rawurlencode($state);
        $before = '';
        do {
            $page = $this->api->json(new Request('GET', "/v1/jobs?limit=100$query$before"));
            foreach ($page->items ?? [] as $view) {
                yield Job::of($view, $this);
            }
            $before = '&before=' . rawurlencode($page->next ?? '');
        } while (isset($page->next));
    }

    /**
     * The job as soon as it is settled, by long poll.
     *
     * @throws Timeout after so many seconds; the job runs on
     * @throws PlasmException
     */
    public function waitFor(Job $job, float $timeoutSeconds): Job
    {
        $deadline = microtime(true) + $timeoutSeconds;
        while (!$job->isSettled()) {
            $left = $deadline - microtime(true);
            if ($left <= 0) {
                throw new Timeout("job $job->id was still $job->state after $timeoutSeconds s; it runs on");
            }
            $wait = (int) max(1, min(self::LONGEST_WAIT_SECONDS, ceil($left)));
            $request = new Request('GET', self::path($job->id) . "?wait=$wait", timeoutSeconds: $wait + self::GRACE_SECONDS);
            $job = $job->with($this->api->json($request));
        }

        return $job;
    }

    /** @throws PlasmException */
    public function refresh(Job $job): Job
    {
        return $job->with($this->api->json(new Request('GET', self::path($job->id))));
    }

    /**
     * Asks the job to end; one that is settled stays as it is.
     *
     * @throws PlasmException
     */
    public function cancel(Job $job): Job
    {
        return $job->with($this->api->json(new Request('DELETE', self::path($job->id))));
    }

    /**
     * The job's numbered events, live, until it is settled. A broken connection is taken up again where it broke;
     * nothing is lost and nothing comes twice.
     *
     * @param int $after only events after this number
     *
     * @return \Generator<int, Event> by sequence
     *
     * @throws PlasmException
     */
    public function events(string $id, int $after = 0): \Generator
    {
        for ($failures = 0; ;) {
            $request = new Request(
                'GET',
                self::path($id) . '/events',
                ['Accept' => 'text/event-stream'] + ($after > 0 ? ['Last-Event-ID' => (string) $after] : []),
                timeoutSeconds: self::EVENT_SILENCE_SECONDS,
            );
            $reason = 'the stream ended before the job did';
            try {
                foreach (ServerSentEvents::read($this->api->stream($request)->chunks) as [$type, $data]) {
                    if ($type === 'closed') {
                        $reason = "the daemon closed the stream: $data";
                        break;
                    }
                    $event = self::event($data);
                    [$after, $failures] = [$event->sequence, 0];
                    yield $after => $event;
                    if ($event->type === 'settled') {
                        return;
                    }
                }
            } catch (DaemonUnreachable | Timeout $fault) {
                $reason = $fault->getMessage();
            }
            if (++$failures > self::RECONNECTIONS) {
                throw new DaemonUnreachable("the events of job $id broke off after number $after: $reason");
            }
            $this->api->rest($request, $failures, $reason);
        }
    }

    /**
     * The bytes of one output, read as they come, checked against their digest at the end.
     *
     * @return \Generator<int, string>
     *
     * @throws UnexpectedAnswer where the bytes are not those of the digest: throw away what was read
     * @throws PlasmException
     */
    public function output(string $id, string $name, Receipt\Output $expected): \Generator
    {
        $path = in_array($name, ['stdout', 'stderr'], true)
            ? $name
            : 'files/' . implode('/', array_map(rawurlencode(...), explode('/', ltrim($name, '/'))));
        $hash = hash_init('sha256');
        foreach ($this->api->stream(new Request('GET', self::path($id) . "/outputs/$path"))->chunks as $chunk) {
            hash_update($hash, $chunk);
            yield $chunk;
        }
        $digest = 'sha256:' . hash_final($hash);
        if ($digest !== $expected->digest) {
            throw new UnexpectedAnswer("output $name of job $id has the digest $digest; its result says $expected->digest");
        }
    }

    /** The daemon's receipts, to prove what this says. */
    public function receipts(): Receipts
    {
        return $this->receipts;
    }

    private function uploadMissing(Manifest $manifest, MissingBlob $missing): void
    {
        $blobs = $manifest->blobs();
        $unknown = array_diff($missing->digests, array_keys($blobs));
        if ($unknown !== []) {
            throw new MissingBlob(
                'the daemon lacks ' . implode(', ', $unknown) . ', and the manifest names it by digest only: '
                    . 'give it with Blob::file() or Blob::bytes(), or upload it first',
                array_values($unknown),
                $missing,
            );
        }
        foreach ($missing->digests as $digest) {
            $this->blobs->upload($blobs[$digest]);
        }
    }

    private static function event(string $data): Event
    {
        $event = Api::decode($data);
        if (
            !$event instanceof \stdClass || !is_int($event->sequence ?? null) || !is_int($event->at ?? null)
            || !is_string($event->type ?? null) || !($event->data ?? null) instanceof \stdClass
        ) {
            throw new UnexpectedAnswer('the daemon sent an event that breaks its schema: ' . substr($data, 0, 200));
        }

        return new Event($event->sequence, $event->at, $event->type, $event->data);
    }

    private static function path(string $id): string
    {
        return '/v1/jobs/' . rawurlencode($id);
    }
}
