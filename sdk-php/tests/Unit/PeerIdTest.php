<?php

declare(strict_types=1);

namespace Plasm\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Plasm\Exception\InvalidPeerId;
use Plasm\Receipt\PeerId;

final class PeerIdTest extends TestCase
{
    public function testNamesAKeyAndGivesItBack(): void
    {
        foreach ([str_repeat("\0", 32), str_repeat("\xFF", 32), hash('sha256', 'x', true)] as $key) {
            self::assertSame($key, PeerId::parse(PeerId::ofPublicKey($key)->text)->publicKey);
        }
    }

    /** @return iterable<string, array{string}> */
    public function refused(): iterable
    {
        $good = PeerId::ofPublicKey(hash('sha256', 'x', true))->text;
        yield 'nothing' => [''];
        yield 'one character less' => [substr($good, 0, -1)];
        yield 'one character more' => [$good . '1'];
        yield 'a line end' => [$good . "\n"];
        yield 'a letter that base58btc has not' => [substr($good, 0, -1) . 'l'];
        yield 'another kind of key' => ['Qm' . substr($good, 2)];
        yield 'bytes past the key' => ['12D3Koo' . str_repeat('z', 45)];
    }

    /** @dataProvider refused */
    public function testRefuses(string $text): void
    {
        $this->expectException(InvalidPeerId::class);
        PeerId::parse($text);
    }
}
