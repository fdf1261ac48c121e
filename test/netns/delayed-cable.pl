# delayed-cable.pl NAME NAME: makes two TAP devices of these names; what enters one leaves the other, in order, nothing
# lost. A line on standard input says from then on how many milliseconds later. Prints a line when both are there; ends
# with its standard input.
use strict;
use warnings;
use Fcntl;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);

my @ends = map {
    sysopen(my $tap, '/dev/net/tun', O_RDWR | O_NONBLOCK) or die "/dev/net/tun: $!\n";
    # TUNSETIFF with IFF_TAP | IFF_NO_PI, of linux/if_tun.h.
    ioctl($tap, 0x400454ca, pack('Z16 S x22', $_, 0x1002)) or die "$_: $!\n";
    $tap;
} @ARGV;
$| = 1;
print "ready\n";

my $delay = 0;
my @queue;    # [when, end, frame], in order of time.
for (;;) {
    my $now = clock_gettime(CLOCK_MONOTONIC);
    while (@queue && $queue[0][0] <= $now) {
        my (undef, $end, $frame) = @{ shift @queue };
        syswrite($end, $frame);    # A device that is down or full loses the frame, as a cable does.
    }
    my $readable = '';
    vec($readable, fileno($_), 1) = 1 for @ends, \*STDIN;
    select($readable, undef, undef, @queue ? $queue[0][0] - $now : undef);
    if (vec($readable, fileno(STDIN), 1)) {
        sysread(STDIN, my $line, 4096) or last;
        $delay = (split ' ', $line)[-1] / 1000;
    }
    for my $index (0, 1) {
        while (sysread($ends[$index], my $frame, 65_600)) {
            my $due = clock_gettime(CLOCK_MONOTONIC) + $delay;
            $due = $queue[-1][0] if @queue && $queue[-1][0] > $due;
            push @queue, [$due, $ends[1 - $index], $frame];
        }
    }
}
