<?php

declare(strict_types=1);

namespace Plasm\Tests\Vectors;

use Plasm\Receipt\AcceptanceVerifier;
use Plasm\Receipt\OrderVerifier;
use Plasm\Receipt\SignedDocument;

final class OrderVectorsTest extends VectorTestCase
{
    /** @return iterable<string, array{\stdClass}> */
    public function orders(): iterable
    {
        yield from self::cases('orders.json');
    }

    /** @dataProvider orders */
    public function testJudgesTheOrder(\stdClass $case): void
    {
        $expected = $case->expected;
        $task = isset($expected->taskBytes) ? 'sha256:' . hash('sha256', self::decode($expected->taskBytes)) : $expected->task ?? null;
        $this->judge($case, static fn (): SignedDocument => (new OrderVerifier())->verify(
            self::decode($case->envelope),
            $expected->node,
            $expected->peer,
            $expected->now,
            $task,
        ));
    }

    /** @return iterable<string, array{\stdClass}> */
    public function acceptances(): iterable
    {
        yield from self::cases('acceptances.json');
    }

    /** @dataProvider acceptances */
    public function testJudgesTheAcceptance(\stdClass $case): void
    {
        $this->judge($case, static fn (): SignedDocument => (new AcceptanceVerifier())->verify(
            self::decode($case->envelope),
            $case->expected->node,
            $case->expected->order,
        ));
    }

    /** @param callable(): SignedDocument $verify */
    private function judge(\stdClass $case, callable $verify): void
    {
        if (isset($case->code)) {
            $this->assertCode($case->code, $verify);

            return;
        }
        self::assertSame($case->digest, $verify()->digest);
    }
}
