<?php

declare(strict_types=1);

namespace Plasm\Tests\Integration;

use PHPUnit\Framework\TestCase;
use Plasm\Blob;
use Plasm\Client;
use Plasm\Exception\ApiProblem;
use Plasm\Exception\DaemonUnreachable;
use Plasm\Exception\JobFailed;
use Plasm\Manifest;

/** The SDK at a daemon's TCP door, and at one that knows nobody. */
final class TokenTest extends TestCase
{
    private static Daemons $daemon;

    private static string $token;

    public static function setUpBeforeClass(): void
    {
        self::$token = bin2hex(random_bytes(32));
        self::$daemon = Daemons::behindToken(self::$token);
    }

    public static function tearDownAfterClass(): void
    {
        self::$daemon->stop();
    }

    public function testRunsAJobWithATokenAndKeepsItFromOthers(): void
    {
        $module = Blob::file(__DIR__ . '/../../../examples/word-count/word-count.wasm');
        $manifest = Manifest::of($module)->withStdin(Blob::bytes('a'))->withPlacement('local')->withIsolation('reduced');
        $job = $this->client(self::$token)->jobs()->submit($manifest)->wait(60);
        self::assertSame("1 a\n", $job->stdout());
        self::assertCount(1, $job->verify()->nodes());
        $this->expectException(ApiProblem::class);
        $this->expectExceptionMessage($job->id);
        Client::unixSocket(self::$daemon->ready->socket)->jobs()->find($job->id);
    }

    public function testAWrongTokenIsRefused(): void
    {
        try {
            $this->client('wrong')->node()->view();
            self::fail('should have been refused');
        } catch (ApiProblem $problem) {
            self::assertSame(['UNAUTHORIZED', 401], [$problem->errorCode(), $problem->status]);
        }
    }

    public function testWithoutPeersTheJobSaysWhatWasTriedAndWhatWouldHelp(): void
    {
        $manifest = Manifest::of(Blob::file(__DIR__ . '/../../../examples/word-count/word-count.wasm'));
        try {
            $this->client(self::$token)->jobs()->submit($manifest->withPlacement('network'))->wait(60);
            self::fail('nobody is there');
        } catch (JobFailed $fault) {
            self::assertSame('NO_PEERS', $fault->errorCode());
            self::assertNotSame('', (string) $fault->help);
        }
    }

    public function testLooksWhereADaemonUsuallyIs(): void
    {
        $before = getenv('PLASM_SOCKET');
        try {
            putenv('PLASM_SOCKET=' . self::$daemon->ready->socket);
            self::assertSame(self::$daemon->ready->peerId, Client::local()->node()->peerId());
            putenv('PLASM_SOCKET=/nonexistent/api.sock');
            $this->expectException(DaemonUnreachable::class);
            $this->expectExceptionMessage('/nonexistent/api.sock');
            Client::local();
        } finally {
            putenv($before === false ? 'PLASM_SOCKET' : "PLASM_SOCKET=$before");
        }
    }

    private function client(string $token): Client
    {
        return Client::tcp('http://127.0.0.1:' . self::$daemon->ready->tcpPort, $token);
    }
}
