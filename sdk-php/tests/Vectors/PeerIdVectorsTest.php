<?php

declare(strict_types=1);

namespace Plasm\Tests\Vectors;

use Plasm\Receipt\PeerId;

final class PeerIdVectorsTest extends VectorTestCase
{
    /** @return iterable<string, array{\stdClass}> */
    public function peers(): iterable
    {
        yield from self::cases('peer-id.json');
    }

    /** @dataProvider peers */
    public function testNamesTheKey(\stdClass $case): void
    {
        if (isset($case->code)) {
            $this->assertCode($case->code, static fn () => PeerId::parse($case->peerId));

            return;
        }
        self::assertSame($case->publicKey, bin2hex(PeerId::parse($case->peerId)->publicKey));
        self::assertSame($case->peerId, PeerId::ofPublicKey(hex2bin($case->publicKey))->text);
    }
}
