<?php

declare(strict_types=1);

namespace Plasm\Tests\Integration;

/** Three daemons on this machine, in a directory of their own; gone with this object. */
final class Devnet
{
    private const READY_SECONDS = 90;
    private const STOP_SECONDS = 15;

    public readonly string $directory;

    /** @var list<\stdClass> peerId, socket, pid, addresses */
    public readonly array $nodes;

    /** @var resource */
    private $process;

    public function __construct()
    {
        $root = dirname(__DIR__, 3);
        $this->directory = sys_get_temp_dir() . '/plasm-php-' . bin2hex(random_bytes(6));
        mkdir($this->directory, 0700);
        $command = ["$root/node_modules/node/bin/node", "$root/bin/plasm.mjs", 'devnet', '--json', '--dir', "$this->directory/net"];
        $pipes = [];
        $streams = [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', "$this->directory/errors", 'w']];
        $this->process = proc_open($command, $streams, $pipes);
        stream_set_timeout($pipes[1], self::READY_SECONDS);
        $line = fgets($pipes[1]);
        if ($line === false) {
            $errors = (string) file_get_contents("$this->directory/errors");
            $this->stop();
            throw new \RuntimeException("the devnet did not start: $errors");
        }
        $this->nodes = json_decode($line, false, 512, JSON_THROW_ON_ERROR)->nodes;
    }

    /** Ends the process that was started here, and with it its daemons. */
    public function stop(): void
    {
        proc_terminate($this->process, SIGINT);
        $deadline = microtime(true) + self::STOP_SECONDS;
        while (proc_get_status($this->process)['running'] && microtime(true) < $deadline) {
            usleep(20000);
        }
        if (proc_get_status($this->process)['running']) {
            proc_terminate($this->process, SIGKILL);
        }
        proc_close($this->process);
        $files = new \RecursiveIteratorIterator(
            new \RecursiveDirectoryIterator($this->directory, \FilesystemIterator::SKIP_DOTS),
            \RecursiveIteratorIterator::CHILD_FIRST,
        );
        foreach ($files as $file) {
            $file->isDir() && !$file->isLink() ? rmdir((string) $file) : unlink((string) $file);
        }
        rmdir($this->directory);
    }
}
