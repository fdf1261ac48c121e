/* Every hard cap at its border: descriptors, entries, the lengths of paths and of targets. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include "expect.h"

static char text[5000];

static const char *letters(int count) {
  memset(text, 'a', count);
  text[count] = 0;
  return text;
}

int main(void) {
  /* 1024 descriptors, 0 to 1023; what is closed can be had again. */
  int fd = -1, last = 3;
  for (; last < 1023; last = fd) EXPECT((fd = open("/out", O_RDONLY | O_DIRECTORY)) == last + 1);
  REFUSES(EMFILE, open("/out", O_RDONLY | O_DIRECTORY));
  REFUSES(EMFILE, open("/out/not-made", O_CREAT | O_WRONLY, 0666));
  EXPECT(close(500) == 0 && open("/out", O_RDONLY | O_DIRECTORY) == 500);
  for (fd = 4; fd < 1024; fd++) EXPECT(close(fd) == 0);

  /* An absolute path of 1024 bytes can be made, one of 1025 cannot, whoever's directory it is made from. */
  int out = open("/out", O_RDONLY | O_DIRECTORY);
  EXPECT(out >= 0 && mkdirat(out, letters(1024 - 5), 0777) == 0 && unlinkat(out, letters(1024 - 5), AT_REMOVEDIR) == 0);
  REFUSES(ENAMETOOLONG, mkdirat(out, letters(1025 - 5), 0777));
  EXPECT(mkdirat(out, "d", 0777) == 0 && mkdirat(out, "e", 0777) == 0 && mkdirat(out, "d/x", 0777) == 0);
  EXPECT(symlinkat("t", out, strcat(strcpy(text + 2000, "d/x/"), letters(1024 - 9))) == 0);
  REFUSES(ENAMETOOLONG, renameat(out, "d", out, "e/d"));
  EXPECT(renameat(out, "d", out, "f") == 0);
  REFUSES(ENAMETOOLONG, symlinkat(letters(1025), out, "long"));
  EXPECT(symlinkat(letters(1024), out, "long") == 0 && unlinkat(out, "long", 0) == 0);

  /* A path of 4096 bytes is looked for, one of 4097 is not. */
  memset(text, '/', 4097);
  text[4095] = 'a', text[4096] = text[0] = 0;
  text[0] = 'f';
  REFUSES(ENOENT, openat(out, text, O_RDONLY));
  text[4095] = '/', text[4096] = 'a', text[4097] = 0;
  REFUSES(ENAMETOOLONG, openat(out, text, O_RDONLY));

  /* 4096 names; four are there. */
  char name[20];
  for (int index = 4; index < 4096; index++) {
    snprintf(name, sizeof name, "n%d", index);
    EXPECT((fd = openat(out, name, O_CREAT | O_WRONLY, 0666)) >= 0 && close(fd) == 0);
  }
  REFUSES(ENOSPC, openat(out, "one-more", O_CREAT | O_WRONLY, 0666));
  REFUSES(ENOSPC, mkdirat(out, "one-more", 0777));
  REFUSES(ENOSPC, symlinkat("x", out, "one-more"));
  REFUSES(ENOSPC, linkat(out, "n4", out, "one-more", 0));
  EXPECT(renameat(out, "n4", out, "n5") == 0 && mkdirat(out, "one-more", 0777) == 0);
  REFUSES(ENOSPC, mkdirat(out, "another", 0777));
  return 0;
}
