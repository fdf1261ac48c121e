/* Positions, sizes, holes, append and truncation of one file. */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include "expect.h"

static off_t size_of(int fd) {
  struct stat found;
  EXPECT(fstat(fd, &found) == 0);
  return found.st_size;
}

int main(void) {
  static char buffer[200000];
  int fd = open("/out/file", O_CREAT | O_EXCL | O_RDWR, 0666);
  EXPECT(fd >= 3);
  REFUSES(EEXIST, open("/out/file", O_CREAT | O_EXCL | O_RDWR, 0666));
  EXPECT(write(fd, "0123456789", 10) == 10 && lseek(fd, 0, SEEK_CUR) == 10);
  EXPECT(pread(fd, buffer, 4, 3) == 4 && !memcmp(buffer, "3456", 4) && lseek(fd, 0, SEEK_CUR) == 10);
  EXPECT(pread(fd, buffer, 4, 8) == 2 && pread(fd, buffer, 4, 10) == 0 && pread(fd, buffer, 4, 1ll << 40) == 0);
  EXPECT(pwrite(fd, "ab", 2, 4) == 2 && size_of(fd) == 10);
  EXPECT(lseek(fd, -2, SEEK_END) == 8 && read(fd, buffer, 9) == 2 && !memcmp(buffer, "89", 2));
  REFUSES(EINVAL, lseek(fd, -11, SEEK_END));
  REFUSES(EINVAL, lseek(fd, 0, 9));
  REFUSES(EINVAL, pread(fd, buffer, 1, -1));

  /* A hole reads as zeros, over the borders of whatever the host keeps it in. */
  EXPECT(lseek(fd, 131070, SEEK_SET) == 131070 && write(fd, "edge", 4) == 4 && size_of(fd) == 131074);
  EXPECT(pread(fd, buffer, sizeof buffer, 0) == 131074);
  EXPECT(!memcmp(buffer, "0123ab6789", 10) && !memcmp(buffer + 131070, "edge", 4));
  for (int at = 10; at < 131070; at++) EXPECT(buffer[at] == 0);

  /* What was cut off is gone, also where the file grows again. */
  EXPECT(ftruncate(fd, 131072) == 0 && ftruncate(fd, 131080) == 0);
  EXPECT(pread(fd, buffer, 20, 131070) == 10 && !memcmp(buffer, "ed\0\0\0\0\0\0\0\0", 10));
  EXPECT(ftruncate(fd, 2) == 0 && ftruncate(fd, 70000) == 0 && pread(fd, buffer, 70000, 0) == 70000);
  EXPECT(buffer[1] == '1' && buffer[2] == 0 && buffer[69999] == 0);
  EXPECT(posix_fallocate(fd, 69990, 20) == 0 && size_of(fd) == 70010);
  EXPECT(posix_fallocate(fd, 0, 5) == 0 && size_of(fd) == 70010);
  EXPECT(posix_fadvise(fd, 0, 5, POSIX_FADV_DONTNEED) == 0 && fsync(fd) == 0 && fdatasync(fd) == 0);
  EXPECT(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0);

  struct iovec parts[] = {{"one ", 4}, {"", 0}, {"two", 3}};
  EXPECT(writev(fd, parts, 3) == 7 && close(fd) == 0);
  REFUSES(EBADF, write(fd, "", 0));

  fd = open("/out/file", O_WRONLY | O_APPEND);
  EXPECT(fd >= 3 && lseek(fd, 0, SEEK_SET) == 0 && write(fd, " three", 6) == 6 && lseek(fd, 0, SEEK_CUR) == 13);
  REFUSES(EBADF, read(fd, buffer, 1));
  EXPECT(fcntl(fd, F_GETFL) == (O_WRONLY | O_APPEND) && fcntl(fd, F_SETFL, 0) == 0);
  EXPECT(lseek(fd, 0, SEEK_SET) == 0 && write(fd, "ONE", 3) == 3 && close(fd) == 0);
  fd = open("/out/file", O_RDONLY);
  EXPECT(fd >= 3 && read(fd, buffer, 99) == 13 && !memcmp(buffer, "ONE two three", 13));
  REFUSES(EBADF, write(fd, "x", 1));
  EXPECT(ftruncate(fd, 0) == -1 && close(fd) == 0);
  return 0;
}
