<?php

declare(strict_types=1);

namespace Plasm\Tests\Vectors;

use Plasm\Receipt\PeerId;
use Plasm\Receipt\Signature;

final class Ed25519VectorsTest extends VectorTestCase
{
    /** @return iterable<string, array{\stdClass}> */
    public function signatures(): iterable
    {
        yield from self::cases('ed25519.json');
    }

    /** @dataProvider signatures */
    public function testJudgesTheSignature(\stdClass $case): void
    {
        $valid = Signature::isValid(hex2bin($case->signature), hex2bin($case->message), hex2bin($case->publicKey));
        self::assertSame($case->valid, $valid);
    }
}
