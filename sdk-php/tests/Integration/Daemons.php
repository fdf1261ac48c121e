<?php

declare(strict_types=1);

namespace Plasm\Tests\Integration;

/** Daemons on this machine, in a directory of their own; gone after stop(). */
final class Daemons
{
    private const READY_SECONDS = 90;
    private const STOP_SECONDS = 15;

    /** What they said when they were ready. */
    public readonly \stdClass $ready;

    /** @var resource */
    private $process;

    /** Three that have met. */
    public static function devnet(): self
    {
        $directory = self::newDirectory();

        return new self($directory, ['devnet', '--json', '--dir', "$directory/net"]);
    }

    /** One that is alone, behind a token on loopback too. */
    public static function behindToken(string $token): self
    {
        $directory = self::newDirectory();
        $config = [
            'dataDirectory' => "$directory/data",
            'api' => ['socket' => "$directory/api.sock", 'tcp' => ['port' => 0], 'tokens' => ['php' => hash('sha256', $token)]],
            'network' => ['listen' => ['/ip4/127.0.0.1/tcp/0']],
        ];
        file_put_contents("$directory/config.json", json_encode($config, JSON_THROW_ON_ERROR));

        return new self($directory, ['daemon', '--json', '--config', "$directory/config.json"]);
    }

    /** @param list<string> $arguments of the plasm command */
    private function __construct(public readonly string $directory, array $arguments)
    {
        $root = dirname(__DIR__, 3);
        $command = ["$root/node_modules/node/bin/node", "$root/bin/plasm.mjs", ...$arguments];
        $pipes = [];
        $streams = [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', "$this->directory/errors", 'w']];
        $this->process = proc_open($command, $streams, $pipes);
        stream_set_timeout($pipes[1], self::READY_SECONDS);
        $line = fgets($pipes[1]);
        if ($line === false) {
            $errors = (string) file_get_contents("$this->directory/errors");
            $this->stop();
            throw new \RuntimeException("plasm $arguments[0] did not start: $errors");
        }
        $this->ready = json_decode($line, false, 512, JSON_THROW_ON_ERROR);
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

    private static function newDirectory(): string
    {
        $directory = sys_get_temp_dir() . '/plasm-php-' . bin2hex(random_bytes(6));
        mkdir($directory, 0700);

        return $directory;
    }
}
