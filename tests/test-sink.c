/* SPDX-License-Identifier: MIT */
/* A file appears whole under its name, or not at all. */
#include "core/run/sink.h"
#include "gtest-c.h"
#include <govconv/convert.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *directory, *path;
} Fixture;

static void
set_up (Fixture *f)
{
  f->directory = g_dir_make_tmp ("govconv-sink-XXXXXX", NULL);
  f->path = g_build_filename (f->directory, "out.json", NULL);
}

static void
tear_down (Fixture *f)
{
  g_unlink (f->path);
  EXPECT_EQ (g_rmdir (f->directory), 0); /* nothing else was left there */
  g_free (f->directory);
  g_free (f->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, tear_down)

GOV_TEST (Sink, AFileAppearsAtTheCommit)
{
  g_auto (Fixture) f = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  set_up (&f);
  g_autoptr (GovSink) sink = gov_sink_new_file (f.path, &error);
  ASSERT_NO_ERROR (error);
  EXPECT_TRUE (gov_sink_write (sink, "one ", -1, NULL));
  EXPECT_TRUE (gov_sink_printf (sink, NULL, "%d", 2));
  EXPECT_FALSE (g_file_test (f.path, G_FILE_TEST_EXISTS));
  EXPECT_TRUE (gov_sink_commit (sink, NULL));
  EXPECT_TRUE (g_file_get_contents (f.path, &text, NULL, NULL));
  EXPECT_STREQ (text, "one 2");
}

GOV_TEST (Sink, WithoutACommitThereIsNothing)
{
  g_auto (Fixture) f = {0};

  set_up (&f);
  GovSink *sink = gov_sink_new_file (f.path, NULL);
  g_autofree char *much = g_strnfill (1 << 18, 'x');
  EXPECT_TRUE (gov_sink_write (sink, much, -1, NULL));
  gov_sink_free (sink);
  EXPECT_FALSE (g_file_test (f.path, G_FILE_TEST_EXISTS));
}

GOV_TEST (Sink, AnOldFileStaysUntilTheCommitAndKeepsItsMode)
{
  g_auto (Fixture) f = {0};
  g_autofree char *before = NULL, *after = NULL;
  struct stat status;

  set_up (&f);
  ASSERT_TRUE (g_file_set_contents (f.path, "old", -1, NULL));
  ASSERT_EQ (g_chmod (f.path, 0600), 0);
  g_autoptr (GovSink) sink = gov_sink_new_file (f.path, NULL);
  gov_sink_write (sink, "new", -1, NULL);
  EXPECT_TRUE (g_file_get_contents (f.path, &before, NULL, NULL));
  EXPECT_STREQ (before, "old");
  EXPECT_TRUE (gov_sink_commit (sink, NULL));
  EXPECT_TRUE (g_file_get_contents (f.path, &after, NULL, NULL));
  EXPECT_STREQ (after, "new");
  ASSERT_EQ (stat (f.path, &status), 0);
  EXPECT_EQ (status.st_mode & 0777, 0600);
}

GOV_TEST (Sink, ALinkStaysALink)
{
  g_auto (Fixture) f = {0};
  g_autofree char *text = NULL;

  set_up (&f);
  g_autofree char *target = g_build_filename (f.directory, "target", NULL);
  ASSERT_TRUE (g_file_set_contents (target, "old", -1, NULL));
  ASSERT_EQ (symlink ("target", f.path), 0);
  g_autoptr (GovSink) sink = gov_sink_new_file (f.path, NULL);
  gov_sink_write (sink, "new", -1, NULL);
  EXPECT_TRUE (gov_sink_commit (sink, NULL));
  EXPECT_TRUE (g_file_test (f.path, G_FILE_TEST_IS_SYMLINK));
  EXPECT_TRUE (g_file_get_contents (target, &text, NULL, NULL));
  EXPECT_STREQ (text, "new");
  g_unlink (target);
}

GOV_TEST (Sink, ADirectoryIsRefused)
{
  g_auto (Fixture) f = {0};
  g_autoptr (GError) error = NULL;

  set_up (&f);
  EXPECT_NULL (gov_sink_new_file (f.directory, &error));
  EXPECT_ERROR (error, GOV_ERROR, GOV_ERROR_IO);
  EXPECT_CONTAINS (error->message, "is a directory");
}

GOV_TEST (Sink, ADeviceIsWrittenDirectly)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GovSink) full = gov_sink_new_file ("/dev/full", &error);

  ASSERT_NO_ERROR (error);
  EXPECT_TRUE (gov_sink_write (full, "x", 1, NULL));
  EXPECT_FALSE (gov_sink_commit (full, &error));
  ASSERT_ERROR (error, GOV_ERROR, GOV_ERROR_IO);
  EXPECT_STREQ (error->message, "/dev/full: cannot be written: No space left on device");
  EXPECT_FALSE (gov_sink_is_closed (full));
  EXPECT_FALSE (gov_sink_write (full, "more", -1, NULL)); /* once failed, always */
}

GOV_TEST (Sink, NobodyReadsAnyMore)
{
  int ends[2];

  ASSERT_EQ (pipe2 (ends, O_CLOEXEC), 0);
  close (ends[0]);
  void (*before) (int) = signal (SIGPIPE, SIG_IGN);
  g_autoptr (GovSink) sink = gov_sink_new_descriptor (ends[1], "pipe");
  gov_sink_write (sink, "x", 1, NULL);
  EXPECT_FALSE (gov_sink_commit (sink, NULL));
  EXPECT_TRUE (gov_sink_is_closed (sink));
  close (ends[1]);
  signal (SIGPIPE, before);
}

GOV_TEST (Sink, Memory)
{
  GovSink *sink = gov_sink_new_memory ();

  gov_sink_write (sink, "ab", 2, NULL);
  gov_sink_printf (sink, NULL, "%s", "c");
  g_autoptr (GBytes) bytes = gov_sink_steal_bytes (sink);
  EXPECT_BYTES_EQ (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "abc", 3);
}
