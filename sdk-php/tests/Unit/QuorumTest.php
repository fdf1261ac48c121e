<?php

declare(strict_types=1);

namespace Plasm\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Plasm\Exception\NoQuorum;
use Plasm\Receipt\Expectation;
use Plasm\Receipt\Quorum;
use Plasm\Testing\FakeNode;
use Plasm\Testing\FakeRun;

final class QuorumTest extends TestCase
{
    private const JOB = '01900000-0000-7000-8000-000000000001';

    public function testIsWhereEnoughDistinctNodesAgree(): void
    {
        $run = FakeRun::exited(stdout: 'x');
        $quorum = Quorum::of([$this->by('a', $run), $this->by('b', $run)], $this->expected(), 2);
        self::assertSame([(new FakeNode('a'))->peerId, (new FakeNode('b'))->peerId], $quorum->nodes());
        self::assertSame([], $quorum->dissenting);
        self::assertSame($quorum->receipt()->resultDigest, $quorum->resultDigest());
    }

    public function testNamesWhoDissents(): void
    {
        $right = FakeRun::exited(stdout: 'x');
        $wrong = FakeRun::exited(stdout: 'y');
        $quorum = Quorum::of([$this->by('c', $wrong), $this->by('a', $right), $this->by('b', $right)], $this->expected(), 2);
        self::assertCount(2, $quorum->agreeing);
        self::assertSame((new FakeNode('c'))->peerId, $quorum->dissenting[0]->execution->node);
    }

    public function testCountsANodeOnce(): void
    {
        $run = FakeRun::exited();
        $this->expectException(NoQuorum::class);
        $this->expectExceptionMessage('1 of the 2 nodes needed');
        Quorum::of([$this->by('a', $run), $this->by('a', $run)], $this->expected(), 2);
    }

    public function testDoesNotCountANodeThatContradictsItself(): void
    {
        $this->expectException(NoQuorum::class);
        $this->expectExceptionMessage('0 of the 1 nodes needed');
        $both = [$this->by('a', FakeRun::exited(stdout: 'x')), $this->by('a', FakeRun::exited(stdout: 'y'))];
        Quorum::of($both, $this->expected(), 1);
    }

    public function testGivesNoVoteToARunThatWallTimeEnded(): void
    {
        $late = FakeRun::exceeded('wallTime');
        $good = FakeRun::exited();
        $quorum = Quorum::of([$this->by('a', $late), $this->by('b', $late), $this->by('c', $good)], $this->expected(), 1);
        self::assertSame('exited', $quorum->receipt()->outcome->kind);
        self::assertSame([], $quorum->dissenting);
        $this->expectException(NoQuorum::class);
        Quorum::of([$this->by('a', $late), $this->by('b', $late)], $this->expected(), 2);
    }

    public function testSetsAsideWhatDoesNotVerifyAndSaysWhy(): void
    {
        $quorum = Quorum::of(['garbage', $this->by('a', FakeRun::exited())], $this->expected(), 1);
        self::assertSame('ENVELOPE_INVALID', $quorum->refused[0]['reason']->errorCode);
        $this->expectException(NoQuorum::class);
        $this->expectExceptionMessage('2 receipts refused');
        Quorum::of(['garbage', '{}'], $this->expected(), 1);
    }

    public function testDecidesNothingWhereTwoResultsHaveAsManyNodes(): void
    {
        $this->expectException(NoQuorum::class);
        $this->expectExceptionMessage('as many say otherwise');
        $tie = [$this->by('a', FakeRun::exited(stdout: 'x')), $this->by('b', FakeRun::exited(stdout: 'y'))];
        Quorum::of($tie, $this->expected(), 1);
    }

    public function testAsksForTheTask(): void
    {
        $this->expectException(NoQuorum::class);
        $this->expectExceptionMessage('name the task');
        Quorum::of([], Expectation::none(), 1);
    }

    private function by(string $node, FakeRun $run): string
    {
        $task = (object) ['digest' => $this->task(), 'semantics' => 1, 'module' => $this->task(), 'files' => []];

        return (new FakeNode($node))->sign($task, $run->result(), (new FakeNode('submitter'))->peerId, self::JOB);
    }

    private function expected(): Expectation
    {
        return Expectation::none()->withTask($this->task())->withJob(self::JOB);
    }

    private function task(): string
    {
        return 'sha256:' . hash('sha256', 'task');
    }
}
