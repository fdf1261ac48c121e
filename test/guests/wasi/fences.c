/* Inputs cannot be changed, nothing leaves its directory, and there is nothing but /in and /out. */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include "expect.h"

int main(void) {
  char buffer[100];
  /* The root has two names, and takes no other. */
  DIR *directory = opendir("/");
  char seen[100] = "";
  EXPECT(directory);
  for (struct dirent *entry; (entry = readdir(directory));) strcat(strcat(seen, entry->d_name), " ");
  EXPECT(!strcmp(seen, ". .. in out ") && closedir(directory) == 0);
  REFUSES(EROFS, open("/new", O_CREAT | O_WRONLY, 0666));
  REFUSES(EROFS, mkdir("/new", 0777));
  REFUSES(EROFS, rmdir("/out"));
  REFUSES(EROFS, rename("/out", "/other"));
  REFUSES(ENOENT, open("/etc/passwd", O_RDONLY));

  /* Inputs. */
  EXPECT(access("/in/file", R_OK) == 0);
  REFUSES(EROFS, open("/in/file", O_WRONLY));
  REFUSES(EROFS, open("/in/file", O_RDWR));
  REFUSES(EROFS, open("/in/file", O_RDONLY | O_TRUNC));
  REFUSES(EROFS, open("/in/new", O_CREAT | O_WRONLY, 0666));
  REFUSES(EROFS, unlink("/in/file"));
  REFUSES(EROFS, mkdir("/in/new", 0777));
  REFUSES(EEXIST, mkdir("/in", 0777));
  REFUSES(EROFS, rename("/in/file", "/out/file"));
  REFUSES(EROFS, rename("/in/file", "/in/other"));
  REFUSES(EROFS, symlink("x", "/in/link"));
  REFUSES(EXDEV, link("/in/file", "/out/file"));
  struct timespec times[2] = {{1, 0}, {1, 0}};
  REFUSES(EROFS, utimensat(AT_FDCWD, "/in/file", times, 0));
  int input = open("/in/file", O_RDONLY);
  EXPECT(input >= 0 && ftruncate(input, 0) == -1 && futimens(input, times) == -1);
  EXPECT(read(input, buffer, 99) == 5 && !memcmp(buffer, "input", 5));

  /* Upwards and out: by the path, by a link, from a directory of one's own. */
  REFUSES(EPERM, open("/../in/file", O_RDONLY));
  REFUSES(EPERM, open("/out/../../in/file", O_RDONLY));
  EXPECT(open("/out/../in/file", O_RDONLY) >= 0);
  EXPECT(mkdir("/out/d", 0777) == 0);
  int own = open("/out/d", O_RDONLY | O_DIRECTORY);
  EXPECT(own >= 0);
  REFUSES(EPERM, openat(own, "..", O_RDONLY));
  REFUSES(EPERM, openat(own, "../../in/file", O_RDONLY));
  EXPECT(symlinkat("../../in/file", own, "up") == 0);
  REFUSES(EPERM, openat(own, "up", O_RDONLY));
  EXPECT(open("/out/d/up", O_RDONLY) >= 0);
  REFUSES(EPERM, symlink("/in/file", "/out/absolute"));
  EXPECT(symlink("../../../in/file", "/out/far") == 0);
  REFUSES(EPERM, open("/out/far", O_RDONLY));
  REFUSES(EROFS, open("/out/d/up", O_WRONLY));
  REFUSES(EPERM, renameat(own, "up", own, "../../up"));
  return 0;
}
