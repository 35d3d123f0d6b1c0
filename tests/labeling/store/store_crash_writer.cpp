// Saves annotations one after another until it is killed, and prints each revision as soon as the store has
// acknowledged it. Used by crash_test.cpp.
//   store_crash_writer PROJECT PHOTO-ID [LARGEST-FILE-IN-BYTES]
// With a limit, which stands for a full disk, it goes on until a save fails and prints "failed CODE MESSAGE".

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include "labeling/store/store.h"
#include "tests/labeling/store/project_at.h"

namespace {

using namespace jaedan;
using namespace jaedan::labeling;

/// One write, so that a line is there whole or not at all.
void print_line(const std::string& text) {
  const std::string line = text + "\n";
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) std::_Exit(3);
}

/// What is said of the photo at a revision: the test knows it too.
Annotation next_annotation(const Annotation& current) {
  Annotation next = current;
  Garment garment;
  garment.id = GarmentId{1};
  garment.part = Part::kDress;
  Ring ring;
  for (int i = 0; i < 200; ++i) ring.push_back({i * 0.5, static_cast<double>(current.revision + 1)});
  garment.region.rings = {ring};
  garment.attributes = {{"colour", "revision " + std::to_string(current.revision + 1), "", Provenance::human("crash")}};
  next.garments = {garment};
  next.state = WorkflowState::kDrawn;
  return next;
}

void limit_file_size(const char* bytes) {
  std::signal(SIGXFSZ, SIG_IGN);  // the write fails instead
  const rlimit limit{std::strtoull(bytes, nullptr, 10), std::strtoull(bytes, nullptr, 10)};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

int fail(const Error& error) {
  print_line(std::string("failed ") + name_of(error.code) + " " + error.text());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  Result<std::unique_ptr<Store>> store = labeling::testing::open_project_at(argv[1]);
  if (!store.ok()) return fail(store.error());
  if (argc > 3) limit_file_size(argv[3]);
  Result<Annotation> annotation = (*store)->annotation(PhotoId{std::atoll(argv[2])});
  if (!annotation.ok()) return fail(annotation.error());
  while (true) {
    const Annotation next = next_annotation(*annotation);
    const Result<std::int64_t> revision = (*store)->save(next, {"crash", "edit"}, std::to_string(next.revision + 1));
    if (!revision.ok()) return fail(revision.error());
    print_line(std::to_string(*revision));
    *annotation = next;
    annotation->revision = *revision;
  }
}
