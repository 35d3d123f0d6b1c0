#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_target.h"

namespace {

/// Pieces that break parsers more often than random bytes do.
const std::vector<std::string> kPieces = {"{",
                                          "}",
                                          "[",
                                          "]",
                                          "\"",
                                          ",",
                                          ":",
                                          "\\",
                                          "\\u0000",
                                          "\\ud800",
                                          "1e999",
                                          "-1e999",
                                          "-0",
                                          "null",
                                          "true",
                                          "NaN",
                                          "99999999999999999999",
                                          "[[[[[[[[[[[[[[[[",
                                          "{\"a\":",
                                          "\xFF",
                                          "\xC0\x80",
                                          std::string("\0", 1),
                                          std::string(4, '\xFF'),
                                          std::string(4, '\0'),
                                          "\x7F\xFF\xFF\xFF",
                                          "<a",
                                          "</",
                                          "<!--",
                                          "&#x",
                                          "X좌표1",
                                          "Y좌표2",
                                          "상의",
                                          "[{}]"};

std::string mutated(std::string text, const std::vector<std::string>& seeds, std::mt19937& random) {
  const auto place = [&] { return text.empty() ? 0 : random() % text.size(); };
  const int changes = 1 + static_cast<int>(random() % 4);
  for (int i = 0; i < changes; ++i) {
    switch (random() % 7) {
      case 0:
        if (!text.empty()) text[place()] = static_cast<char>(random());
        break;
      case 1:
        if (!text.empty()) text[place()] ^= static_cast<char>(1 << (random() % 8));
        break;
      case 2: text.resize(place()); break;
      case 3: text.erase(place(), random() % 32); break;
      case 4: text.insert(place(), kPieces[random() % kPieces.size()]); break;
      case 5: {
        const std::string copy = text.substr(place(), random() % 64);
        text.insert(place(), copy);
        break;
      }
      default: {
        const std::string& other = seeds[random() % seeds.size()];
        text = text.substr(0, place()) + other.substr(other.empty() ? 0 : random() % other.size());
      }
    }
  }
  return text;
}

void feed(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

/// usage: fuzz_NAME RUNS SEED_FOLDER – every seed as it is, then RUNS mutations, the same ones every time. With
/// FUZZ_LAST_INPUT=FILE each input is written there first, so that a crash can be repeated.
int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: %s RUNS SEED_FOLDER\n", argv[0]);
    return 2;
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[2])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds = {""};
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (seeds.size() < 2) {
    std::fprintf(stderr, "no seeds in %s\n", argv[2]);
    return 1;
  }
  for (const std::string& seed : seeds) feed(seed);
  const int runs = std::atoi(argv[1]);
  for (int run = 0; run < runs; ++run) {
    std::mt19937 random(static_cast<unsigned>(run));
    const std::string input = mutated(seeds[random() % seeds.size()], seeds, random);
    if (const char* keep = std::getenv("FUZZ_LAST_INPUT")) std::ofstream(keep, std::ios::binary) << input;
    feed(input);
  }
  std::printf("%zu seeds, %d mutations\n", seeds.size(), runs);
  return 0;
}
