/* Copies every file below /in to /out, as programs do it: opendir, stat, fopen, mkdir. Tells what it sees. */
#include <dirent.h>
#include <sys/stat.h>
#include "expect.h"

static void copy_file(const char *from, const char *to) {
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  EXPECT(in && out);
  char buffer[1000];
  for (size_t got; (got = fread(buffer, 1, sizeof buffer, in)) > 0;) EXPECT(fwrite(buffer, 1, got, out) == got);
  EXPECT(!ferror(in) && fclose(in) == 0 && fclose(out) == 0);
}

static void copy_tree(const char *from, const char *to) {
  DIR *directory = opendir(from);
  EXPECT(directory);
  for (struct dirent *entry; (entry = readdir(directory));) {
    char source[1100], target[1100];
    snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
    snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
    struct stat found;
    EXPECT(stat(source, &found) == 0);
    EXPECT(!strcmp(entry->d_name, "..") || found.st_ino == entry->d_ino);
    printf("%s inode %d %s %d\n", source, (int)found.st_ino, S_ISDIR(found.st_mode) ? "directory" : "file",
           (int)found.st_size);
    if (entry->d_name[0] == '.' && (!entry->d_name[1] || entry->d_name[1] == '.')) continue;
    if (S_ISDIR(found.st_mode)) {
      EXPECT(mkdir(target, 0777) == 0);
      copy_tree(source, target);
    } else copy_file(source, target);
  }
  EXPECT(closedir(directory) == 0);
}

int main(void) {
  copy_tree("/in", "/out");
  return 0;
}
