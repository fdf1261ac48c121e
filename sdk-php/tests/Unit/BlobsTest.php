<?php

declare(strict_types=1);

namespace Plasm\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Plasm\Blob;
use Plasm\Client;
use Plasm\Exception\PlasmException;
use Plasm\Testing\FakeTransport;
use Plasm\Transport\Response;

final class BlobsTest extends TestCase
{
    public function testPublishesListsAndTakesBack(): void
    {
        $digest = Blob::bytes('module')->digest;
        $transport = new FakeTransport(
            FakeTransport::json(['digest' => $digest, 'bytes' => 6]),
            FakeTransport::json(['items' => [['digest' => $digest, 'bytes' => 6]]]),
            new Response(204, [], ''),
        );
        $blobs = (new Client($transport))->blobs();
        $blobs->publish($digest);
        self::assertSame(6, $blobs->published()[0]->bytes);
        $blobs->unpublish($digest);
        $path = '/v1/published/' . rawurlencode($digest);
        self::assertSame(
            [['PUT', $path], ['GET', '/v1/published'], ['DELETE', $path]],
            array_map(static fn ($request): array => [$request->method, $request->path], $transport->requests),
        );
    }

    public function testSaysWhatIsNotPublished(): void
    {
        $transport = new FakeTransport(FakeTransport::problem(404, 'BLOB_NOT_FOUND', 'not published here'));
        $this->expectException(PlasmException::class);
        $this->expectExceptionMessage('not published here');
        (new Client($transport))->blobs()->unpublish(Blob::bytes('module')->digest);
    }
}
