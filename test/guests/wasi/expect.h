/* Checks of the guests here: the first that fails says where, and what errno was, and ends the program with 1. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPECT(condition)                                                                                              \
  do {                                                                                                                 \
    if (!(condition)) {                                                                                                \
      fprintf(stderr, "%s:%d: %s (errno %d: %s)\n", __FILE_NAME__, __LINE__, #condition, errno, strerror(errno));      \
      exit(1);                                                                                                         \
    }                                                                                                                  \
  } while (0)

/* The call answers -1 (or NULL) and leaves this errno. */
#define REFUSES(number, call)                                                                                          \
  do {                                                                                                                 \
    errno = 0;                                                                                                         \
    EXPECT((long)(call) <= 0 && errno == (number));                                                                    \
  } while (0)
