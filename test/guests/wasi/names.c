/* Directories and names: make, list, rename, link, remove; and what each refuses. */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include "expect.h"

static void touch(const char *path, const char *content) {
  int fd = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0666);
  EXPECT(fd >= 0 && write(fd, content, strlen(content)) == (ssize_t)strlen(content) && close(fd) == 0);
}

static int holds(const char *path, const char *content) {
  char buffer[100] = {0};
  int fd = open(path, O_RDONLY);
  return fd >= 0 && read(fd, buffer, 99) == (ssize_t)strlen(content) && !strcmp(buffer, content) && close(fd) == 0;
}

static struct stat look(const char *path) {
  struct stat found;
  EXPECT(lstat(path, &found) == 0);
  return found;
}

int main(void) {
  char buffer[100] = {0};
  EXPECT(chdir("/out") == 0);
  touch("a", "alpha");
  EXPECT(mkdir("d", 0777) == 0 && mkdir("d/e", 0777) == 0);
  REFUSES(EEXIST, mkdir("d", 0777));
  REFUSES(EEXIST, mkdir("a", 0777));
  REFUSES(ENOENT, mkdir("x/y", 0777));
  REFUSES(ENOTDIR, mkdir("a/y", 0777));
  REFUSES(ENOTDIR, open("a/", O_RDONLY));
  REFUSES(EISDIR, open("d", O_WRONLY));
  REFUSES(ENOTDIR, open("a", O_RDONLY | O_DIRECTORY));

  /* Renaming: over files, over an empty directory, into a directory; never into itself. */
  touch("b", "beta");
  EXPECT(rename("a", "b") == 0 && holds("b", "alpha") && access("a", F_OK) == -1);
  EXPECT(rename("b", "d/b") == 0 && holds("d/b", "alpha") && rename("d/b", "d/b") == 0);
  REFUSES(EINVAL, rename("d", "d/e/f"));
  REFUSES(ENOTEMPTY, rename("d/e", "d"));
  REFUSES(ENOTDIR, rename("d/e", "d/b"));
  REFUSES(EISDIR, rename("d/b", "d/e"));
  REFUSES(ENOENT, rename("nowhere", "x"));
  EXPECT(mkdir("empty", 0777) == 0 && rename("d/e", "empty") == 0 && look("d").st_ino != look("empty").st_ino);

  /* Hard links share what is in them, and the last name to go takes it along. */
  EXPECT(link("d/b", "hard") == 0 && look("hard").st_nlink == 2 && look("hard").st_ino == look("d/b").st_ino);
  REFUSES(EEXIST, link("d/b", "hard"));
  REFUSES(EPERM, link("d", "dlink"));
  touch("hard", "omega");
  EXPECT(holds("d/b", "omega") && unlink("d/b") == 0 && holds("hard", "omega") && look("hard").st_nlink == 1);

  /* Symbolic links lead, but are themselves what is removed and renamed. */
  EXPECT(symlink("../hard", "d/soft") == 0 && holds("d/soft", "omega") && S_ISLNK(look("d/soft").st_mode));
  EXPECT(readlink("d/soft", buffer, 99) == 7 && !strcmp(buffer, "../hard") && look("d/soft").st_size == 7);
  REFUSES(EINVAL, readlink("hard", buffer, 99));
  REFUSES(EEXIST, symlink("x", "hard"));
  REFUSES(ELOOP, open("d/soft", O_RDONLY | O_NOFOLLOW));
  EXPECT(symlink("d", "to-d") == 0 && holds("to-d/soft", "omega"));
  REFUSES(ENOTDIR, rmdir("to-d"));
  EXPECT(symlink("loop", "loop") == 0);
  REFUSES(ELOOP, open("loop", O_RDONLY));
  EXPECT(symlink("made", "dangling") == 0 && access("dangling", F_OK) == -1);
  touch("dangling", "through");
  EXPECT(holds("made", "through") && unlink("dangling") == 0 && holds("made", "through"));
  EXPECT(unlink("loop") == 0 && unlink("to-d") == 0 && unlink("d/soft") == 0 && holds("hard", "omega"));

  /* A chain of 8 links is followed, one of 9 is not. */
  EXPECT(symlink("hard", "l1") == 0);
  for (char from[] = "l1", to[] = "l2"; to[1] <= '9'; from[1]++, to[1]++) EXPECT(symlink(from, to) == 0);
  EXPECT(holds("l8", "omega"));
  REFUSES(ELOOP, open("l9", O_RDONLY));
  for (char name[] = "l1"; name[1] <= '9'; name[1]++) EXPECT(unlink(name) == 0);

  /* Removing. An open file outlives its name. */
  REFUSES(EISDIR, unlink("d"));
  REFUSES(ENOTDIR, rmdir("hard"));
  touch("d/inside", "");
  REFUSES(ENOTEMPTY, rmdir("d"));
  EXPECT(unlink("d/inside") == 0 && rmdir("d") == 0 && rmdir("empty") == 0);
  int fd = open("made", O_RDWR);
  EXPECT(fd >= 0 && unlink("made") == 0 && read(fd, buffer, 99) == 7 && write(fd, "!", 1) == 1 && close(fd) == 0);
  REFUSES(ENOENT, open("made", O_RDONLY));

  /* 300 files, listed in byte order, each removed as it is listed. */
  EXPECT(mkdir("many", 0777) == 0);
  for (int index = 0; index < 300; index++) {
    snprintf(buffer, sizeof buffer, "many/%d", (index * 7) % 300);
    touch(buffer, "");
  }
  char last[100] = "";
  int count = 0;
  DIR *directory = opendir("many");
  for (struct dirent *entry; (entry = readdir(directory));) {
    EXPECT(strcmp(last, entry->d_name) < 0);
    strcpy(last, entry->d_name);
    if (entry->d_name[0] == '.') continue;
    count++;
    EXPECT(unlinkat(dirfd(directory), entry->d_name, 0) == 0);
  }
  EXPECT(count == 300 && closedir(directory) == 0 && rmdir("many") == 0);
  return 0;
}
