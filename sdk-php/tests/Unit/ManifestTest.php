<?php

declare(strict_types=1);

namespace Plasm\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Plasm\Blob;
use Plasm\Exception\InvalidDigest;
use Plasm\Exception\InvalidManifest;
use Plasm\Exception\UnreadableFile;
use Plasm\Exception\Violation;
use Plasm\Manifest;

final class ManifestTest extends TestCase
{
    public function testEveryWithReturnsACopy(): void
    {
        $manifest = Manifest::of(Blob::bytes('module'));
        $before = $manifest->toJson();
        $more = $manifest->withArgs('a')->withEnv(['A' => 'b'])->withStdin(Blob::bytes('in'))
            ->withFile('/in/x', Blob::bytes('x'))->withOutputs('/out')->withFuel(1)->withMemoryBytes(65536)
            ->withOutputBytes(0)->withRealClock()->withRealRandom()->withName('n')->withRuntime('v8')
            ->withIsolation('reduced')->withFresh()->withWallTimeMs(1)->withCache(false)->withPlacement('local')
            ->withReplicas(3, quorum: 2);
        self::assertSame($before, $manifest->toJson());
        self::assertSame(
            '{"plasm":1,"request":{"cache":false,"fresh":true,"isolation":"reduced","name":"n","placement":{"quorum":2,'
                . '"replicas":3,"where":"local"},"runtime":"v8","wallTimeMs":1},"task":{"args":["a"],"clock":"real",'
                . '"env":{"A":"b"},"files":[{"digest":"' . Blob::bytes('x')->digest . '","path":"/in/x"}],"limits":'
                . '{"fuel":1,"memoryBytes":65536,"outputBytes":0},"module":"' . Blob::bytes('module')->digest
                . '","outputs":["/out"],"random":"real","stdin":"' . Blob::bytes('in')->digest . '"}}',
            $more->toJson(),
        );
        self::assertSame(2, $more->quorum());
        self::assertCount(3, $more->blobs());
    }

    public function testWhatIsRequestedDoesNotChangeTheTask(): void
    {
        $manifest = Manifest::of(Blob::bytes('module'));
        self::assertSame($manifest->taskDigest(), $manifest->withName('n')->withReplicas(2)->taskDigest());
        self::assertNotSame($manifest->taskDigest(), $manifest->withArgs('x')->taskDigest());
    }

    public function testOrderOfFilesAndOutputsDoesNotChangeTheTask(): void
    {
        $manifest = Manifest::of(Blob::bytes('module'));
        $a = $manifest->withFile('/in/a', Blob::bytes('a'))->withFile('/in/b', Blob::bytes('b'))->withOutputs('/out/a', '/out/b');
        $b = $manifest->withFile('/in/b', Blob::bytes('b'))->withFile('/in/a', Blob::bytes('a'))->withOutputs('/out/b', '/out/a');
        self::assertSame($a->taskDigest(), $b->taskDigest());
    }

    public function testNamesEveryBrokenRuleAtOnce(): void
    {
        $manifest = Manifest::of(Blob::bytes('module'))->withFuel(-1)->withEnv(['A-B' => "\0"])->withFile('/etc/passwd', Blob::bytes(''))
            ->withOutputs('/out', '/out/a', 'relative')->withReplicas(17)->withWallTimeMs(0)->withArgs("a\0");
        try {
            $manifest->check();
            self::fail('should have been refused');
        } catch (InvalidManifest $fault) {
            $pointers = array_map(static fn (Violation $violation): string => $violation->pointer, $fault->violations);
            foreach ([
                '/task/limits/fuel', '/task/env/A-B', '/task/files/0/path', '/task/outputs/1', '/task/outputs/2',
                '/task/args/0', '/request/placement/replicas', '/request/placement/quorum', '/request/wallTimeMs',
            ] as $pointer) {
                self::assertContains($pointer, $pointers);
            }
            self::assertStringContainsString('and ', $fault->getMessage());
            self::assertStringContainsString('must be an integer from 1', (string) $fault->violations[0] . implode("\n", $fault->violations));
        }
    }

    public function testAFileThatIsNotThereIsSaidAtOnce(): void
    {
        $this->expectException(UnreadableFile::class);
        Blob::file('/nonexistent/module.wasm');
    }

    public function testADigestIsOfOneForm(): void
    {
        $this->expectException(InvalidDigest::class);
        Blob::named('sha256:' . strtoupper(hash('sha256', '')));
    }
}
