<?php

declare(strict_types=1);

require_once __DIR__ . '/../autoload.php';

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Plasm\\Tests\\')) {
        $file = __DIR__ . '/' . strtr(substr($class, strlen('Plasm\\Tests\\')), '\\', '/') . '.php';
        if (is_file($file)) {
            require $file;
        }
    }
});
