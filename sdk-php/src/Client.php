<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\DaemonUnreachable;
use Plasm\Transport\Api;
use Plasm\Transport\CurlTransport;
use Plasm\Transport\Transport;

/**
 * The door to a plasm daemon: `$plasm->jobs()->submit($manifest)->wait()`.
 */
final class Client
{
    private readonly Api $api;

    /**
     * @param object|null $logger any PSR-3 logger: repeated requests at warning, jobs at debug
     * @param (\Closure(int): void)|null $pause waits that many milliseconds between attempts; for tests
     */
    public function __construct(Transport $transport, ?object $logger = null, ?\Closure $pause = null)
    {
        if ($logger !== null && !method_exists($logger, 'log')) {
            throw new \InvalidArgumentException('the logger must be a PSR-3 logger, with a method log()');
        }
        $pause ??= static fn (int $milliseconds) => usleep($milliseconds * 1000);
        $this->api = new Api($transport, $logger, $pause);
    }

    /** Over the Unix socket of the daemon of this machine. */
    public static function unixSocket(string $path, ?object $logger = null): self
    {
        return new self(CurlTransport::unixSocket($path), $logger);
    }

    /** Over TCP on loopback: `Client::tcp('http://127.0.0.1:4118', $token)`. */
    public static function tcp(string $url, string $token, ?object $logger = null): self
    {
        return new self(CurlTransport::tcp($url, $token), $logger);
    }

    /**
     * The daemon of this machine, where it usually is: the first that exists of $PLASM_SOCKET, the user's own
     * ($XDG_RUNTIME_DIR/plasm/api.sock, else api.sock in the data directory) and the system's (/run/plasm/api.sock).
     *
     * @throws DaemonUnreachable where none exists; the message lists the places
     */
    public static function local(?object $logger = null): self
    {
        $places = self::usualSockets();
        foreach ($places as $path) {
            if (file_exists($path)) {
                return self::unixSocket($path, $logger);
            }
        }
        throw new DaemonUnreachable('no daemon found: none of these sockets exists: ' . implode(', ', $places)
            . '; start one with `plasm daemon`');
    }

    public function jobs(): Jobs
    {
        return new Jobs($this->api, $this->blobs(), $this->receipts());
    }

    public function blobs(): Blobs
    {
        return new Blobs($this->api);
    }

    public function receipts(): Receipts
    {
        return new Receipts($this->api);
    }

    public function node(): Node
    {
        return new Node($this->api);
    }

    /** @return list<string> */
    private static function usualSockets(): array
    {
        $named = getenv('PLASM_SOCKET');
        if (is_string($named) && $named !== '') {
            return [$named];
        }
        $runtime = getenv('XDG_RUNTIME_DIR');
        $data = getenv('XDG_DATA_HOME') ?: (string) getenv('HOME') . '/.local/share';

        return [
            ...(is_string($runtime) && $runtime !== '' ? ["$runtime/plasm/api.sock"] : []),
            "$data/plasm/api.sock",
            '/run/plasm/api.sock',
        ];
    }
}
