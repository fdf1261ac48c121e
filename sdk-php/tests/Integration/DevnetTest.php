<?php

declare(strict_types=1);

namespace Plasm\Tests\Integration;

use PHPUnit\Framework\TestCase;
use Plasm\Blob;
use Plasm\Client;
use Plasm\Exception\ApiProblem;
use Plasm\Exception\DaemonUnreachable;
use Plasm\Exception\JobCancelled;
use Plasm\Exception\MissingBlob;
use Plasm\Exception\Timeout;
use Plasm\Exception\UnreadableFile;
use Plasm\Manifest;
use Plasm\Receipt\Expectation;
use Plasm\Receipt\ReceiptVerifier;
use Plasm\Transport\CurlTransport;
use Plasm\Transport\Request;

/** The SDK against real daemons. */
final class DevnetTest extends TestCase
{
    private const EXAMPLES = __DIR__ . '/../../../examples';
    /** A module with nothing in it, and so with no _start. */
    private const EMPTY_MODULE = "\0asm\1\0\0\0";

    private static Daemons $net;

    /** @var list<\stdClass> peerId, socket, … */
    private static array $nodes;

    private Client $plasm;

    public static function setUpBeforeClass(): void
    {
        self::$net = Daemons::devnet();
        self::$nodes = self::$net->ready->nodes;
    }

    public static function tearDownAfterClass(): void
    {
        self::$net->stop();
    }

    protected function setUp(): void
    {
        $this->plasm = Client::unixSocket(self::$nodes[0]->socket);
    }

    public function testRunsAJobOnItsOwnDaemon(): void
    {
        $job = $this->plasm->jobs()->submit($this->words("b a b\n")->withPlacement('local'))->wait(60);
        self::assertSame("2 b\n1 a\n", $job->stdout());
        self::assertSame('', $job->stderr());
        self::assertSame('own', $job->result()->trust);
        self::assertSame([self::$nodes[0]->peerId], $job->verify()->nodes());
    }

    public function testTwoOtherNodesAgreeAndTheirReceiptsAreTrusted(): void
    {
        $manifest = $this->words("b a b c\n")->withPlacement('network')->withReplicas(2, quorum: 2);
        $job = $this->plasm->jobs()->submit($manifest)->wait(60);
        self::assertSame("2 b\n1 a\n1 c\n", $job->stdout());
        self::assertSame('agreed', $job->result()->trust);
        $quorum = $job->verify();
        $others = [self::$nodes[1]->peerId, self::$nodes[2]->peerId];
        self::assertEqualsCanonicalizing($others, $quorum->nodes());
        self::assertSame($job->result()->fuel, $quorum->receipt()->fuel);
        $expected = Expectation::none()->withNodes(...$others)->withManifest($manifest)->withJob($job->id)
            ->withSubmitter(self::$nodes[0]->peerId);
        foreach ($job->envelopes() as $envelope) {
            self::assertTrue((new ReceiptVerifier())->verify($envelope, $expected)->isTrusted());
        }
        self::assertNotNull($this->plasm->receipts()->all()->current());
    }

    public function testStreamsAFileUpAndAnOutputDown(): void
    {
        $file = self::$net->directory . '/corpus';
        file_put_contents($file, str_repeat("the quick brown fox\n", 200000)); // 4 MB
        $manifest = Manifest::of(Blob::file(self::EXAMPLES . '/word-count/word-count.wasm'))->withStdin(Blob::file($file))->withIsolation('reduced');
        $job = $this->plasm->jobs()->submit($manifest->withPlacement('local'))->wait(60);
        $job->saveOutput('stdout', self::$net->directory . '/counted');
        self::assertSame("200000 brown\n200000 fox\n200000 quick\n200000 the\n", file_get_contents(self::$net->directory . '/counted'));
    }

    public function testFilesGoInAndComeOutWithDigestsAndInTheReceipts(): void
    {
        $copy = Blob::file(__DIR__ . '/../../../test/guests/wasi/copy.wasm');
        $files = ['sub/größe' => 'large enough', 'leer' => ''];
        $manifest = Manifest::of($copy)->withOutputs('/out')->withIsolation('reduced')->withPlacement('network')->withReplicas(2);
        foreach ($files as $name => $content) {
            $manifest = $manifest->withFile("/in/$name", Blob::bytes($content));
        }
        $job = $this->plasm->jobs()->submit($manifest)->wait(60);
        self::assertSame(['stdout', 'stderr', '/out/leer', '/out/sub/größe'], array_keys($job->outputs()));
        foreach ($files as $name => $content) {
            $output = $job->outputs()["/out/$name"];
            self::assertSame(['sha256:' . hash('sha256', $content), strlen($content)], [$output->digest, $output->bytes]);
            self::assertSame($content, $job->output("/out/$name"));
        }
        foreach ($job->verify()->agreeing as $receipt) {
            self::assertEquals($job->outputs(), $receipt->outputs);
        }
    }

    public function testEventsAreNumberedAndResumable(): void
    {
        $job = $this->plasm->jobs()->submit($this->words('a')->withArgs('--top', '3')->withPlacement('local'));
        $events = iterator_to_array($job->events());
        self::assertSame(range(1, count($events)), array_keys($events));
        self::assertSame('queued', $events[1]->type);
        self::assertSame('settled', end($events)->type);
        self::assertSame(array_slice(array_keys($events), 2), array_keys(iterator_to_array($job->events(after: 2))));
    }

    public function testWhatTheGuestDidIsAnOutcome(): void
    {
        $wrong = $this->words('')->withArgs('--wrong')->withPlacement('local');
        $job = $this->plasm->jobs()->submit($wrong)->wait(60);
        self::assertSame(2, $job->outcome()->code);
        self::assertStringContainsString('usage', $job->stderr());

        $job = $this->plasm->jobs()->submit($this->words('a b')->withFuel(1000)->withPlacement('local'))->wait(60);
        self::assertSame('exceeded its limit: fuel', (string) $job->outcome());
        self::assertSame(1000, $job->verify()->receipt()->fuel);

        foreach (['not WebAssembly', self::EMPTY_MODULE] as $module) {
            $job = $this->plasm->jobs()->submit(Manifest::of(Blob::bytes($module))->withPlacement('local')->withIsolation('reduced'))->wait(60);
            self::assertSame('rejected', $job->outcome()->kind);
            self::assertSame(0, $job->verify()->receipt()->fuel);
        }
    }

    public function testALongJobCanBeWaitedForInVainAndCancelled(): void
    {
        $picture = Manifest::of(Blob::file(self::EXAMPLES . '/picture/picture.wasm'))->withPlacement('local')->withIsolation('reduced');
        $job = $this->plasm->jobs()->submit($picture->withFuel(10 ** 12));
        try {
            $job->wait(timeoutSeconds: 0.01);
            self::fail('nothing draws that fast');
        } catch (Timeout) {
            $job->cancel();
        }
        $this->expectException(JobCancelled::class);
        $job->wait(60);
    }

    public function testOneKeyIsOneJob(): void
    {
        $manifest = $this->words('key')->withPlacement('local');
        $first = $this->plasm->jobs()->submit($manifest, 'my-key');
        self::assertSame($first->id, $this->plasm->jobs()->submit($manifest, 'my-key')->id);
        try {
            $this->plasm->jobs()->submit($manifest->withArgs('--top', '1'), 'my-key');
            self::fail('should have been refused');
        } catch (ApiProblem $problem) {
            self::assertSame('IDEMPOTENCY_CONFLICT', $problem->errorCode());
        }
    }

    public function testSaysWhatIsMissing(): void
    {
        try {
            $this->plasm->jobs()->submit(Manifest::of(Blob::named('sha256:' . str_repeat('0', 64))));
            self::fail('should have been refused');
        } catch (MissingBlob $missing) {
            self::assertSame(['sha256:' . str_repeat('0', 64)], $missing->digests);
        }
        try {
            $this->plasm->jobs()->find('01900000-0000-7000-8000-000000000001');
            self::fail('there is no such job');
        } catch (ApiProblem $problem) {
            self::assertSame('JOB_NOT_FOUND', $problem->errorCode());
        }
    }

    public function testBytesThatAreNotThoseOfTheirDigestAreRefused(): void
    {
        $file = self::$net->directory . '/changing';
        file_put_contents($file, 'before');
        $blob = Blob::file($file);
        file_put_contents($file, 'after');
        try {
            $this->plasm->blobs()->upload($blob);
            self::fail('should have been refused');
        } catch (ApiProblem $problem) {
            self::assertSame('BLOB_DIGEST_MISMATCH', $problem->errorCode());
        }
        unlink($file);
        $this->expectException(UnreadableFile::class);
        $this->plasm->blobs()->upload($blob);
    }

    public function testKnowsTheNodeAndItsPeers(): void
    {
        self::assertSame(self::$nodes[0]->peerId, $this->plasm->node()->peerId());
        $peers = array_map(static fn (\stdClass $peer): string => $peer->peer, $this->plasm->node()->peers());
        self::assertContains(self::$nodes[1]->peerId, $peers);
    }

    public function testSaysWhereNobodyAnswers(): void
    {
        $this->expectException(DaemonUnreachable::class);
        $this->expectExceptionMessage('/nonexistent/api.sock');
        CurlTransport::unixSocket('/nonexistent/api.sock')->send(new Request('GET', '/v1/node'));
    }

    public function testAWholeExchangeHasATimeLimit(): void
    {
        $job = $this->plasm->jobs()->submit(
            Manifest::of(Blob::file(self::EXAMPLES . '/picture/picture.wasm'))->withPlacement('local')->withIsolation('reduced')->withFuel(10 ** 12)->withRuntime('interpreter'),
        );
        try {
            CurlTransport::unixSocket(self::$nodes[0]->socket)->send(new Request('GET', "/v1/jobs/$job->id?wait=30", timeoutSeconds: 0.05));
            self::fail('should have timed out');
        } catch (Timeout $timeout) {
            self::assertStringContainsString('0.05 s', $timeout->getMessage());
        } finally {
            $job->cancel();
        }
    }

    /** The README's PHP, block after block as one program, run where it was written for: the checkout. */
    public function testTheReadmeIsTrue(): void
    {
        $readme = (string) file_get_contents(__DIR__ . '/../../README.md');
        self::assertGreaterThan(6, preg_match_all('/^```php\n(.*?)^```$/ms', $readme, $blocks));
        $root = dirname(__DIR__, 3);
        $place = self::$net->directory . '/readme';
        mkdir($place);
        foreach (['sdk-php', 'examples', 'README.md'] as $name) {
            symlink($name === 'README.md' ? "$root/sdk-php/README.md" : "$root/$name", "$place/$name");
        }
        file_put_contents("$place/readme.php", "<?php\n" . implode("\n", $blocks[1]));
        $environment = ['PLASM_SOCKET' => self::$nodes[0]->socket] + getenv();
        $command = [PHP_BINARY, '-d', 'zend.assertions=1', '-d', 'assert.exception=1', 'readme.php'];
        $streams = [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', "$place/errors", 'w']];
        $program = proc_open($command, $streams, $pipes, $place, $environment);
        $output = (string) stream_get_contents($pipes[1]);
        self::assertSame(0, proc_close($program), $output . file_get_contents("$place/errors"));
        foreach (['exited with code 0', "\ntrusted\n", 'exceeded its limit: fuel', '/task/limits/fuel must be an integer'] as $words) {
            self::assertStringContainsString($words, $output);
        }
    }

    private function words(string $text): Manifest
    {
        return Manifest::of(Blob::file(self::EXAMPLES . '/word-count/word-count.wasm'))->withStdin(Blob::bytes($text))
            ->withCache(false)->withIsolation('reduced');
    }
}
