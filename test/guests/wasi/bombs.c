/* What a hostile program may try with files, mostly for ever; the first argument says what. */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include "expect.h"

static char name[5000];

static void grow(void) {
  int fd = open("/out/file", O_CREAT | O_RDWR, 0666);
  for (long long size = 1;; size *= 2) ftruncate(fd, size);
}

static void holes(void) {
  int fd = open("/out/file", O_CREAT | O_RDWR, 0666);
  for (long long at = 0;; at += 65536) pwrite(fd, "x", 1, at);
}

static void shrink_and_grow(void) {
  int fd = open("/out/file", O_CREAT | O_RDWR, 0666);
  for (;;) {
    ftruncate(fd, 60000000);
    pwrite(fd, "x", 1, 59999999);
    ftruncate(fd, 0);
  }
}

static void names(void) {
  for (long index = 0;; index++) {
    snprintf(name, sizeof name, "/out/%ld", index);
    int fd = open(name, O_CREAT | O_WRONLY, 0666);
    if (fd >= 0) write(fd, "x", 1);
  }
}

static void churn(void) {
  for (;;) {
    close(open("/out/file", O_CREAT | O_WRONLY, 0666));
    unlink("/out/file");
  }
}

static void nest(void) {
  for (int fd = open("/out", O_RDONLY | O_DIRECTORY);;) {
    mkdirat(fd, "d", 0777);
    int next = openat(fd, "d", O_RDONLY | O_DIRECTORY);
    if (next < 0) renameat(fd, "d", fd, "e");
    else close(fd), fd = next;
  }
}

static void wander(void) {
  strcpy(name, "/out/");
  for (int at = 5; at < 4000; at += 2) memcpy(name + at, "./", 3);
  symlink("../out/l", "/out/l");
  for (;;) access(name, F_OK), access("/out/l/x", F_OK);
}

static void list(void) {
  for (int index = 0; index < 4000; index++) {
    snprintf(name, sizeof name, "/out/%d", index);
    close(open(name, O_CREAT | O_WRONLY, 0666));
  }
  for (;;) {
    DIR *directory = opendir("/out");
    readdir(directory);
    closedir(directory);
  }
}

/* Leaves as many files as there may be, each with content of its own and a path of so many such bytes, and ends. */
static void litter(int length, char byte) {
  memset(name, byte, length);
  memcpy(name, "/out/", 5);
  for (int index = 0; index < 4096; index++) {
    memcpy(name + 5, (char[]){'a' + index / 676, 'a' + index / 26 % 26, 'a' + index % 26}, 3);
    int fd = open(name, O_CREAT | O_WRONLY, 0666);
    EXPECT(fd >= 0 && write(fd, name, 8) == 8 && close(fd) == 0);
  }
}

static void descriptors(void) {
  for (;;) open("/out", O_RDONLY | O_DIRECTORY);
}

static void move(void) {
  mkdir("/out/a", 0777);
  for (int index = 0; index < 4000; index++) {
    snprintf(name, sizeof name, "/out/a/%d", index);
    mkdir(name, 0777);
  }
  for (;;) rename("/out/a", "/out/b"), rename("/out/b", "/out/a");
}

int main(int count, char **arguments) {
  static const struct { const char *name; void (*run)(void); } bombs[] = {
      {"grow", grow}, {"holes", holes}, {"shrink-and-grow", shrink_and_grow}, {"names", names},
      {"churn", churn}, {"nest", nest}, {"wander", wander}, {"list", list},
      {"descriptors", descriptors}, {"move", move},
  };
  if (count == 4 && !strcmp(arguments[1], "litter")) {
    litter(atoi(arguments[2]), *arguments[3]);
    return 0;
  }
  EXPECT(count == 2);
  for (unsigned index = 0; index < sizeof bombs / sizeof *bombs; index++)
    if (!strcmp(arguments[1], bombs[index].name)) bombs[index].run();
  return 1;
}
