/*
 * Reads every .csv below /in (date, account, amount, text; RFC 4180's quotes), prints a table of the accounts, writes
 * the same as /out/accounts.csv, and packs all input into /out/ledger.lz, which it unpacks again to compare.
 *
 * What real C programs are made of: directories, buffered files, malloc and realloc, strtod, qsort, printf, sqrt.
 */
#include <dirent.h>
#include <math.h>
#include <stdint.h>
#include "expect.h"

/* ---- Bytes that grow ---- */

struct bytes {
  uint8_t *at;
  size_t length, room;
};

static void append(struct bytes *to, const void *from, size_t length) {
  if (to->length + length > to->room) {
    to->room = 2 * (to->length + length) + 64;
    EXPECT(to->at = realloc(to->at, to->room));
  }
  memcpy(to->at + to->length, from, length);
  to->length += length;
}

static void append_byte(struct bytes *to, int byte) {
  uint8_t one = (uint8_t)byte;
  append(to, &one, 1);
}

/* ---- Accounts, in a hash table with chains ---- */

struct account {
  char *name;
  double *amounts;
  size_t count, room;
  struct account *next;
};

enum { buckets = 64 };
static struct account *table[buckets];
static size_t account_count;

static struct account *find_account(const char *name) {
  uint32_t hash = 2166136261u;
  for (const char *at = name; *at; at++) hash = (hash ^ (uint8_t)*at) * 16777619u;
  struct account **link = &table[hash % buckets];
  for (; *link; link = &(*link)->next)
    if (!strcmp((*link)->name, name)) return *link;
  EXPECT(*link = calloc(1, sizeof **link));
  EXPECT((*link)->name = strdup(name));
  account_count++;
  return *link;
}

static void add_amount(struct account *account, double amount) {
  if (account->count == account->room) {
    account->room = account->room ? account->room * 2 : 4;
    EXPECT(account->amounts = realloc(account->amounts, account->room * sizeof(double)));
  }
  account->amounts[account->count++] = amount;
}

/* ---- CSV ---- */

/* One field into `field`; answers what ended it: a comma, a line feed, or EOF. */
static int read_field(FILE *file, struct bytes *field) {
  field->length = 0;
  int byte = getc(file);
  if (byte == '"') {
    for (;;) {
      byte = getc(file);
      EXPECT(byte != EOF);
      if (byte == '"' && (byte = getc(file)) != '"') break;
      append_byte(field, byte);
    }
  }
  for (; byte != ',' && byte != '\n' && byte != EOF; byte = getc(file))
    if (byte != '\r') append_byte(field, byte);
  append_byte(field, 0);
  return byte;
}

static size_t read_ledger(FILE *file) {
  static struct bytes field;
  char account[256] = "";
  size_t lines = 0;
  for (int column = 0, end = ','; end != EOF;) {
    end = read_field(file, &field);
    const char *text = (const char *)field.at;
    if (end == EOF && column == 0 && !*text) break;
    if (column == 1) {
      EXPECT(strlen(text) < sizeof account);
      strcpy(account, text);
    }
    if (column == 2 && lines > 0) {
      char *rest;
      double amount = strtod(text, &rest);
      EXPECT(rest != text && !*rest);
      add_amount(find_account(account), amount);
    }
    column = end == ',' ? column + 1 : 0;
    lines += end != ',';
  }
  return lines;
}

/* ---- The table ---- */

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static int by_count_then_name(const void *a, const void *b) {
  const struct account *x = *(struct account *const *)a, *y = *(struct account *const *)b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  return strcmp(x->name, y->name);
}

static void write_table(FILE *csv) {
  struct account **sorted = malloc(account_count * sizeof *sorted);
  EXPECT(sorted || !account_count);
  size_t found = 0;
  for (int bucket = 0; bucket < buckets; bucket++)
    for (struct account *each = table[bucket]; each; each = each->next) sorted[found++] = each;
  qsort(sorted, found, sizeof *sorted, by_count_then_name);
  printf("%-16s %6s %14s %12s %12s\n", "account", "count", "sum", "median", "deviation");
  fprintf(csv, "account,count,sum,median,deviation\n");
  for (size_t i = 0; i < found; i++) {
    struct account *each = sorted[i];
    double sum = 0, squares = 0;
    for (size_t j = 0; j < each->count; j++) sum += each->amounts[j];
    double mean = sum / (double)each->count;
    for (size_t j = 0; j < each->count; j++) squares += (each->amounts[j] - mean) * (each->amounts[j] - mean);
    qsort(each->amounts, each->count, sizeof(double), by_value);
    size_t half = each->count / 2;
    double median = each->count % 2 ? each->amounts[half] : (each->amounts[half - 1] + each->amounts[half]) / 2;
    double deviation = sqrt(squares / (double)each->count);
    printf("%-16s %6zu %14.2f %12.4f %12.4f\n", each->name, each->count, sum, median, deviation);
    fprintf(csv, "\"%s\",%zu,%.17g,%.17g,%.17g\n", each->name, each->count, sum, median, deviation);
  }
  free(sorted);
}

/* ---- LZ77: a byte of flags for eight items; 0: a byte as it is, 1: distance - 1 (12 bits) and length - 3 (4 bits) ---- */

enum { window = 4096, shortest = 3, longest = 18, heads = 4096, tries = 32 };

static uint32_t hash3(const uint8_t *at) {
  return ((uint32_t)(at[0] | at[1] << 8 | at[2] << 16) * 2654435761u) >> 20;
}

static struct bytes pack(const struct bytes *from) {
  struct bytes to = {0};
  int32_t head[heads];
  int32_t *earlier = malloc((from->length + 1) * sizeof *earlier);
  EXPECT(earlier);
  memset(head, -1, sizeof head);
  size_t flags = 0;
  for (size_t at = 0, items = 0; at < from->length; items++) {
    if (items % 8 == 0) {
      flags = to.length;
      append_byte(&to, 0);
    }
    size_t most = from->length - at < longest ? from->length - at : longest, best = 0, distance = 0;
    if (most >= shortest) {
      int32_t candidate = head[hash3(from->at + at)];
      for (int left = tries; candidate >= 0 && at - (size_t)candidate <= window && left > 0; left--) {
        size_t length = 0;
        while (length < most && from->at[(size_t)candidate + length] == from->at[at + length]) length++;
        if (length > best) best = length, distance = at - (size_t)candidate;
        candidate = earlier[candidate];
      }
    }
    size_t taken = 1;
    if (best >= shortest) {
      to.at[flags] |= (uint8_t)(1 << items % 8);
      uint32_t pair = (uint32_t)((distance - 1) << 4 | (best - shortest));
      append_byte(&to, (int)(pair & 255));
      append_byte(&to, (int)(pair >> 8));
      taken = best;
    } else append_byte(&to, from->at[at]);
    for (; taken > 0; taken--, at++) {
      if (at + shortest > from->length) continue;
      uint32_t hash = hash3(from->at + at);
      earlier[at] = head[hash];
      head[hash] = (int32_t)at;
    }
  }
  free(earlier);
  return to;
}

static struct bytes unpack(const struct bytes *from) {
  struct bytes to = {0};
  int flags = 0;
  for (size_t at = 0, items = 0; at < from->length; items++, flags >>= 1) {
    if (items % 8 == 0) flags = from->at[at++];
    if (flags & 1) {
      uint32_t pair = from->at[at] | (uint32_t)from->at[at + 1] << 8;
      at += 2;
      for (size_t left = (pair & 15) + shortest, distance = (pair >> 4) + 1; left > 0; left--)
        append_byte(&to, to.at[to.length - distance]);
    } else append_byte(&to, from->at[at++]);
  }
  return to;
}

int main(void) {
  struct bytes all = {0};
  DIR *directory = opendir("/in");
  EXPECT(directory);
  size_t files = 0, lines = 0;
  for (struct dirent *entry; (entry = readdir(directory));) {
    const char *suffix = strrchr(entry->d_name, '.');
    if (!suffix || strcmp(suffix, ".csv")) continue;
    char path[300];
    snprintf(path, sizeof path, "/in/%s", entry->d_name);
    FILE *file = fopen(path, "r");
    EXPECT(file);
    lines += read_ledger(file);
    rewind(file);
    char chunk[3000];
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;) append(&all, chunk, got);
    EXPECT(fclose(file) == 0);
    files++;
  }
  EXPECT(closedir(directory) == 0);
  printf("%zu files, %zu lines, %zu bytes, %zu accounts\n", files, lines, all.length, account_count);
  FILE *csv = fopen("/out/accounts.csv", "w");
  EXPECT(csv);
  write_table(csv);
  EXPECT(fclose(csv) == 0);

  struct bytes packed = pack(&all), again = unpack(&packed);
  EXPECT(again.length == all.length && (!all.length || !memcmp(again.at, all.at, all.length)));
  FILE *out = fopen("/out/ledger.lz", "wb");
  EXPECT(out && fwrite(packed.at, 1, packed.length, out) == packed.length && fclose(out) == 0);
  printf("packed into %zu bytes\n", packed.length);
  return 0;
}
