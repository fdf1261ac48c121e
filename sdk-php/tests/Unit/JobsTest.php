<?php

declare(strict_types=1);

namespace Plasm\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Plasm\Blob;
use Plasm\Client;
use Plasm\Exception\ApiProblem;
use Plasm\Exception\DaemonUnreachable;
use Plasm\Exception\InvalidManifest;
use Plasm\Exception\JobFailed;
use Plasm\Exception\JobNotSettled;
use Plasm\Exception\MissingBlob;
use Plasm\Exception\OutputNotFound;
use Plasm\Exception\ReceiptInvalid;
use Plasm\Exception\Timeout;
use Plasm\Exception\UnexpectedAnswer;
use Plasm\Manifest;
use Plasm\Testing\FakePlasm;
use Plasm\Testing\FakeRun;
use Plasm\Testing\FakeTransport;
use Plasm\Transport\Request;
use Plasm\Transport\Response;
use Plasm\Transport\StreamedResponse;
use Plasm\Transport\Transport;

final class JobsTest extends TestCase
{
    private const ID = '01900000-0000-7000-8000-000000000001';

    public function testSubmitsUploadsWaitsReadsAndVerifies(): void
    {
        $file = tempnam(sys_get_temp_dir(), 'plasm-test-');
        file_put_contents($file, 'input');
        try {
            $fake = new FakePlasm(FakeRun::exited(stdout: "hello\n", files: ['/out/a b' => 'x'], fuel: 7));
            $manifest = $this->manifest()->withStdin(Blob::file($file))->withOutputs('/out')->withReplicas(3, quorum: 2);
            $job = $fake->client()->jobs()->submit($manifest)->wait();
        } finally {
            unlink($file);
        }
        self::assertTrue($job->outcome()->isSuccess());
        self::assertSame("hello\n", $job->stdout());
        self::assertSame('x', $job->output('/out/a b'));
        self::assertSame(7, $job->result()->fuel);
        self::assertSame([$fake->nodes[0]->peerId, $fake->nodes[1]->peerId], $job->verify()->nodes());
        self::assertSame($manifest->taskDigest(), $fake->submitted()[0]->taskDigest());
        self::assertSame($job->id, $fake->client()->jobs()->find($job->id)->id);
        self::assertCount(1, iterator_to_array($fake->client()->jobs()->all(), false));
    }

    public function testAGuestThatTrapsIsAnOutcomeWithAReceiptNotAnException(): void
    {
        $fake = new FakePlasm(FakeRun::trapped('memory-bounds'));
        $job = $fake->client()->jobs()->submit($this->manifest())->wait();
        self::assertSame('trapped: memory-bounds', (string) $job->outcome());
        self::assertSame('trapped', $job->verify()->receipt()->outcome->kind);
    }

    public function testAJobWithoutAResultIsAnExceptionThatSaysWhatWouldHelp(): void
    {
        $fake = new FakePlasm(FakeRun::failed('NO_PEERS', 'no peer answered', 'start one'));
        try {
            $fake->client()->jobs()->submit($this->manifest())->wait();
            self::fail('should have failed');
        } catch (JobFailed $fault) {
            self::assertSame('NO_PEERS', $fault->errorCode());
            self::assertSame('start one', $fault->help);
            self::assertStringContainsString('no peer answered', $fault->getMessage());
        }
    }

    public function testSaysWhichBlobsAreNowhere(): void
    {
        $module = Blob::named('sha256:' . str_repeat('0', 64));
        try {
            (new FakePlasm())->client()->jobs()->submit(Manifest::of($module));
            self::fail('should have been refused');
        } catch (MissingBlob $missing) {
            self::assertSame([$module->digest], $missing->digests);
        }
    }

    public function testRefusesABadManifestBeforeItIsSent(): void
    {
        $transport = new FakeTransport();
        $this->expectException(InvalidManifest::class);
        try {
            $this->client($transport)->jobs()->submit($this->manifest()->withFuel(0));
        } finally {
            self::assertSame([], $transport->requests);
        }
    }

    public function testRepeatsASubmissionUnderOneIdempotencyKey(): void
    {
        $pauses = [];
        $transport = new FakeTransport(
            new DaemonUnreachable('reset'),
            FakeTransport::problem(503, 'SHUTTING_DOWN', 'stopping'),
            FakeTransport::json($this->view('queued'), 201),
        );
        $client = new Client($transport, pause: function (int $milliseconds) use (&$pauses): void {
            $pauses[] = $milliseconds;
        });
        self::assertSame('queued', $client->jobs()->submit($this->manifest(), 'mine')->state);
        self::assertSame([100, 200], $pauses);
        self::assertSame(['mine', 'mine', 'mine'], array_map(
            static fn ($request): string => $request->headers['Idempotency-Key'],
            $transport->requests,
        ));
    }

    public function testGivesUpAfterFourAttempts(): void
    {
        $transport = new FakeTransport(...array_fill(0, 4, new DaemonUnreachable('reset')));
        $this->expectException(DaemonUnreachable::class);
        try {
            $this->client($transport)->jobs()->find(self::ID);
        } finally {
            self::assertCount(4, $transport->requests);
        }
    }

    public function testDoesNotRepeatWhatTheDaemonRefused(): void
    {
        $transport = new FakeTransport(FakeTransport::problem(409, 'IDEMPOTENCY_CONFLICT', 'used before'));
        try {
            $this->client($transport)->jobs()->submit($this->manifest());
            self::fail('should have been refused');
        } catch (ApiProblem $problem) {
            self::assertSame(['IDEMPOTENCY_CONFLICT', 409], [$problem->errorCode(), $problem->status]);
        }
        self::assertCount(1, $transport->requests);
    }

    public function testWaitsByLongPollAndNoLongerThanItWasTold(): void
    {
        $transport = new FakeTransport(FakeTransport::json($this->view('running')), FakeTransport::json($this->view('running')));
        $job = $this->client($transport)->jobs()->find(self::ID);
        try {
            $job->wait(timeoutSeconds: 0.0);
            self::fail('should have timed out');
        } catch (Timeout $timeout) {
            self::assertStringContainsString('it runs on', $timeout->getMessage());
        }
        self::assertSame('running', $job->refresh()->state);
        $transport = new FakeTransport(FakeTransport::json($this->view('running')), FakeTransport::json($this->settled()));
        self::assertTrue($this->client($transport)->jobs()->find(self::ID)->wait(5)->isSettled());
        self::assertSame('/v1/jobs/' . self::ID . '?wait=5', $transport->requests[1]->path);
    }

    public function testAnUnsettledJobHasNoOutcomeYet(): void
    {
        $job = $this->client(new FakeTransport(FakeTransport::json($this->view('running'))))->jobs()->find(self::ID);
        $this->expectException(JobNotSettled::class);
        $job->outcome();
    }

    public function testEventsResumeWhereTheConnectionBroke(): void
    {
        $transport = new FakeTransport(
            FakeTransport::chunks([$this->event(1, 'queued'), ":\n\n", substr($this->event(2, 'placing'), 0, 30)], new DaemonUnreachable('reset')),
            FakeTransport::chunks([$this->event(2, 'placing'), "event: closed\ndata: {\"code\":\"SUBSCRIBER_SLOW\"}\n\n"]),
            FakeTransport::chunks(str_split($this->event(3, 'started') . $this->event(4, 'settled'), 7)),
        );
        $job = $this->client(new FakeTransport(FakeTransport::json($this->view('queued'))))->jobs()->find(self::ID);
        $types = [];
        foreach ($this->client($transport)->jobs()->events($job->id) as $sequence => $event) {
            $types[$sequence] = $event->type;
        }
        self::assertSame([1 => 'queued', 2 => 'placing', 3 => 'started', 4 => 'settled'], $types);
        self::assertSame(
            [null, '1', '2'],
            array_map(static fn ($request): ?string => $request->headers['Last-Event-ID'] ?? null, $transport->requests),
        );
    }

    public function testEventsGiveUpWhereNothingComes(): void
    {
        $broken = array_map(static fn () => FakeTransport::chunks([]), range(1, 6));
        $this->expectException(DaemonUnreachable::class);
        $this->expectExceptionMessage('broke off after number 0');
        iterator_to_array($this->client(new FakeTransport(...$broken))->jobs()->events(self::ID));
    }

    public function testFindsOutWhereOutputsAreNotThoseOfTheResult(): void
    {
        $transport = new FakeTransport(FakeTransport::json($this->settled()), FakeTransport::chunks(['other']));
        $job = $this->client($transport)->jobs()->find(self::ID);
        $this->expectException(UnexpectedAnswer::class);
        $this->expectExceptionMessage('its result says');
        $job->stdout();
    }

    public function testSavesAnOutputWholeOrNotAtAll(): void
    {
        $directory = sys_get_temp_dir() . '/plasm-test-' . bin2hex(random_bytes(6));
        mkdir($directory);
        try {
            $transport = new FakeTransport(
                FakeTransport::json($this->settled()),
                FakeTransport::chunks(['he', "llo\n"]),
                FakeTransport::chunks(['he'], new DaemonUnreachable('reset')),
            );
            $job = $this->client($transport)->jobs()->find(self::ID);
            $job->saveOutput('stdout', "$directory/whole");
            self::assertSame("hello\n", file_get_contents("$directory/whole"));
            try {
                $job->saveOutput('stdout', "$directory/cut");
                self::fail('should have broken off');
            } catch (DaemonUnreachable) {
                self::assertSame(["$directory/whole"], glob("$directory/*"));
            }
            $this->expectException(OutputNotFound::class);
            $job->saveOutput('/out/none', "$directory/none");
        } finally {
            array_map(unlink(...), glob("$directory/*"));
            rmdir($directory);
        }
    }

    public function testRefusesADaemonThatTookAnotherTask(): void
    {
        $transport = new FakeTransport(FakeTransport::json(['task' => 'sha256:' . str_repeat('0', 64)] + $this->view('queued'), 201));
        $this->expectException(UnexpectedAnswer::class);
        $this->client($transport)->jobs()->submit($this->manifest());
    }

    public function testRefusesAnAnswerThatBreaksItsSchema(): void
    {
        foreach ([['state' => 'done'], ['id' => 'x'], ['state' => 'settled'], ['state' => 'settled', 'settlement' => ['kind' => 'result']]] as $wrong) {
            try {
                $this->client(new FakeTransport(FakeTransport::json($wrong + $this->view('queued'))))->jobs()->find(self::ID);
                self::fail('should have been refused: ' . json_encode($wrong));
            } catch (UnexpectedAnswer $fault) {
                self::assertStringContainsString('breaks its schema', $fault->getMessage());
            }
        }
    }

    public function testADaemonThatShowsAnotherResultThanTheReceiptsIsFoundOut(): void
    {
        $lies = ['"fuel":7' => '"fuel":8', '"code":0' => '"code":1', '"bytes":6' => '"bytes":7', '"memoryBytes":65536' => '"memoryBytes":1'];
        foreach ($lies as $truth => $lie) {
            $fake = new FakePlasm(FakeRun::exited(stdout: "hello\n", fuel: 7));
            $liar = new class ($fake, $truth, $lie) implements Transport {
                public function __construct(private FakePlasm $fake, private string $truth, private string $lie)
                {
                }

                public function send(Request $request): Response
                {
                    $answer = $this->fake->send($request);
                    $isView = str_starts_with($request->path, '/v1/jobs');

                    return new Response($answer->status, $answer->headers, $isView ? str_replace($this->truth, $this->lie, $answer->body) : $answer->body);
                }

                public function stream(Request $request): StreamedResponse
                {
                    return $this->fake->stream($request);
                }
            };
            $job = (new Client($liar))->jobs()->submit($this->manifest())->wait();
            try {
                $job->verify();
                self::fail("$lie was believed");
            } catch (ReceiptInvalid $fault) {
                self::assertSame('RESULT_DIGEST_MISMATCH', $fault->errorCode());
            }
        }
    }

    public function testTellsAPsr3LoggerOfRepeatedRequests(): void
    {
        $logger = new class () {
            /** @var list<string> */
            public array $lines = [];

            /** @param array<string, mixed> $context */
            public function log(mixed $level, string|\Stringable $message, array $context = []): void
            {
                $this->lines[] = "$level {$context['reason']}";
            }
        };
        $transport = new FakeTransport(new DaemonUnreachable('reset'), FakeTransport::json($this->view('queued')));
        (new Client($transport, $logger, static fn (int $milliseconds) => null))->jobs()->find(self::ID);
        self::assertSame(['warning reset'], $logger->lines);
        $this->expectException(\InvalidArgumentException::class);
        new Client($transport, new \stdClass());
    }

    private function manifest(): Manifest
    {
        return Manifest::of(Blob::bytes('module'));
    }

    private function client(FakeTransport $transport): Client
    {
        return new Client($transport, pause: static fn (int $milliseconds) => null);
    }

    /** @return array<string, mixed> */
    private function view(string $state): array
    {
        return [
            'id' => self::ID, 'createdAt' => 0, 'state' => $state, 'task' => $this->manifest()->taskDigest(),
            'request' => ['placement' => ['quorum' => 1]], 'receipts' => [],
        ];
    }

    /** @return array<string, mixed> */
    private function settled(): array
    {
        $task = (object) ['digest' => $this->manifest()->taskDigest()];
        $settlement = FakeRun::exited(stdout: "hello\n")->settlement($task, 'node');

        return ['settlement' => $settlement] + $this->view('settled');
    }

    private function event(int $sequence, string $type): string
    {
        $data = json_encode(['job' => self::ID, 'sequence' => $sequence, 'at' => 0, 'type' => $type, 'data' => new \stdClass()]);

        return "id: $sequence\nevent: $type\ndata: $data\n\n";
    }
}
