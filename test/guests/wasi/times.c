/* Times are the virtual clock's: those of inputs its epoch, those of what is made its moment. */
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "expect.h"

static long long nanoseconds(struct timespec time) { return time.tv_sec * 1000000000ll + time.tv_nsec; }

int main(void) {
  struct stat found;
  struct timespec before, after;
  EXPECT(stat("/in/file", &found) == 0 && nanoseconds(found.st_mtim) == 946684800000000000ll);
  EXPECT(found.st_atim.tv_sec == 946684800 && found.st_ctim.tv_sec == 946684800);

  EXPECT(clock_gettime(CLOCK_REALTIME, &before) == 0);
  int fd = open("/out/file", O_CREAT | O_RDWR, 0666);
  EXPECT(fd >= 0 && clock_gettime(CLOCK_REALTIME, &after) == 0 && fstat(fd, &found) == 0);
  EXPECT(nanoseconds(before) < nanoseconds(found.st_mtim) && nanoseconds(found.st_mtim) < nanoseconds(after));
  EXPECT(nanoseconds(found.st_mtim) == nanoseconds(found.st_atim));

  /* Writing moves two of them, reading none. */
  struct timespec slept = {5, 0};
  struct stat again;
  EXPECT(nanosleep(&slept, NULL) == 0 && write(fd, "x", 1) == 1 && fstat(fd, &again) == 0);
  EXPECT(again.st_mtim.tv_sec >= found.st_mtim.tv_sec + 5 && nanoseconds(again.st_atim) == nanoseconds(found.st_atim));
  char byte;
  EXPECT(pread(fd, &byte, 1, 0) == 1 && fstat(fd, &found) == 0);
  EXPECT(nanoseconds(found.st_atim) == nanoseconds(again.st_atim) && nanoseconds(found.st_mtim) == nanoseconds(again.st_mtim));

  /* Both times are set: what the library makes of UTIME_NOW and UTIME_OMIT is not what its headers say. */
  struct timespec times[2] = {{7, 1}, {9, 0}};
  EXPECT(futimens(fd, times) == 0 && fstat(fd, &again) == 0);
  EXPECT(nanoseconds(again.st_atim) == 7000000001ll && again.st_mtim.tv_sec == 9);
  EXPECT(nanoseconds(again.st_ctim) > nanoseconds(found.st_ctim));
  times[1].tv_sec = 11;
  EXPECT(utimensat(AT_FDCWD, "/out/file", times, 0) == 0 && stat("/out/file", &found) == 0 && found.st_mtim.tv_sec == 11);

  struct pollfd both[] = {{fd, POLLIN | POLLOUT, 0}, {0, POLLIN, 0}};
  EXPECT(poll(both, 2, 1000) == 2 && (both[0].revents & (POLLIN | POLLOUT)) == (POLLIN | POLLOUT));
  return 0;
}
