#include "app/workflow/project/doctor.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "app/workflow/models/models.h"
#include "app/workflow/project/project.h"
#include "inference/torch/torch_loader.h"
#include "labeling/io/assets.h"
#include "labeling/io/image_codecs.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

/// The value of the first line "key : value" in a file of /proc.
std::string proc_value(const char* file, const std::string& key) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos || line.rfind(key, 0) != 0) continue;
    const std::size_t start = line.find_first_not_of(" \t", colon + 1);
    return start == std::string::npos ? "" : line.substr(start);
  }
  return "";
}

Finding processor() {
  std::istringstream flags(proc_value("/proc/cpuinfo", "flags"));
  std::set<std::string> has;
  for (std::string flag; flags >> flag;) has.insert(flag);
  std::string features;
  for (const char* feature : {"avx2", "fma", "avx512f", "avx512_bf16", "amx_bf16", "avx_vnni"}) {
    if (has.count(feature) > 0) features += std::string(features.empty() ? "" : " ") + feature;
  }
  std::string detail = proc_value("/proc/cpuinfo", "model name") + ", " +
                       std::to_string(std::thread::hardware_concurrency()) + " cores, " +
                       (features.empty() ? "no vector features known" : features);
  if (has.count("avx2") == 0) detail += "; without avx2 the model is several times slower";
  return {"processor", has.count("avx2") > 0 || has.empty(), detail};
}

Finding memory() {
  const double gib = std::strtod(proc_value("/proc/meminfo", "MemTotal").c_str(), nullptr) / (1 << 20);
  char text[48];
  std::snprintf(text, sizeof text, "%.1f GiB", gib);
  return {"memory", gib >= 2, gib >= 2 ? text : std::string(text) + "; 2 GiB are needed"};
}

Finding graphics_card() {
  std::error_code ignored;
  if (fs::exists("/dev/nvidia0", ignored))
    return {"graphics card", true, "NVIDIA device present (used by training when LibTorch has CUDA)"};
  return {"graphics card", true, "none; everything runs on the processor"};
}

Finding vocabulary() {
  const auto assets = labeling::assets_dir();
  if (!assets.ok()) return {"assets", false, assets.error().text()};
  const auto taxonomy = load_project_taxonomy();
  if (!taxonomy.ok()) return {"assets", false, taxonomy.error().text()};
  return {"assets", true, *assets + ", " + std::to_string((*taxonomy)->attributes().size()) + " attributes"};
}

Finding database() {
  const fs::path folder = fs::temp_directory_path() / ("jaedan-doctor-" + std::to_string(std::rand()) + ".jaedan");
  const auto place = labeling::ProjectPlace::parse(folder.string());
  if (!place.ok()) return {"database", false, place.error().text()};
  const auto store = labeling::create_project(*place);
  Finding finding{"database", store.ok(), store.ok() ? "SQLite works" : store.error().text()};
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return finding;
}

Finding codecs() {
  const auto found = labeling::image_codecs();
  return {"image codecs", found.ok(), found.ok() ? "OpenCV reads and writes photos" : found.error().text()};
}

Finding model_module() {
  const auto module = inference::load_torch_module();
  if (!module.ok()) return {"model module", false, module.error().text()};
  return {"model module", true, "LibTorch " + (*module)->version()};
}

Finding built_in_model() {
  const auto model = find_model(nullptr, "");
  if (!model.ok()) return {"built-in model", false, model.error().text()};
  const auto weights = inference::read_model_weights(model->folder, model->card);
  return {"built-in model", weights.ok(), weights.ok() ? model->card.id : weights.error().text()};
}

Finding korean_font() {
  for (const char* folder : {"/usr/share/fonts", "/usr/local/share/fonts"}) {
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      const std::string name = it->path().filename().string();
      if (name.rfind("Nanum", 0) == 0 || name.rfind("NotoSansCJK", 0) == 0 || name.rfind("NotoSansKR", 0) == 0) {
        return {"Korean font", true, it->path().string()};
      }
    }
  }
  return {"Korean font", false, "none found; apt-get install fonts-nanum"};
}

Finding display() {
  const char* x11 = std::getenv("DISPLAY");
  const char* wayland = std::getenv("WAYLAND_DISPLAY");
  if (x11 && *x11) return {"display", true, std::string("X11 ") + x11};
  if (wayland && *wayland) return {"display", true, std::string("Wayland ") + wayland};
  return {"display", true, "none; the studio needs one, the command line does not"};
}

}  // namespace

std::vector<Finding> examine_machine() {
  return {processor(), memory(),       graphics_card(),  vocabulary(),  database(),
          codecs(),    model_module(), built_in_model(), korean_font(), display()};
}

}  // namespace jaedan::workflow
