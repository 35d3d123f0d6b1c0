#pragma once

#include <string>
#include <vector>

namespace jaedan::testing {

/// What the files of one folder may include beside each other, the standard library and POSIX.
struct Layer {
  std::string folder;
  std::vector<std::string> own;      ///< folders of the project; "x/*" is every folder below x
  std::vector<std::string> foreign;  ///< prefixes of third-party headers
};

// clang-format off

/// From the floor up, one row a folder. A row says what the folder's job needs, not what it happens to include.
inline const std::vector<Layer> kLayers = {
    {"labeling/base", {}, {"sodium.h", "utf8proc.h"}},
    {"labeling/domain", {"labeling/base", "labeling/domain/rings"}, {}},
    {"labeling/domain/rings", {"labeling/domain"}, {}},
    {"labeling/review", {"labeling/base", "labeling/domain"}, {}},
    {"labeling/edit", {"labeling/base", "labeling/domain", "labeling/review"}, {}},
    {"labeling/edit/commands", {"labeling/domain", "labeling/edit", "labeling/edit/proposals"}, {}},
    {"labeling/edit/proposals", {"labeling/domain", "labeling/edit"}, {}},
    {"labeling/agreement", {"labeling/base", "labeling/domain"}, {}},
    {"labeling/tools", {"labeling/base", "labeling/domain", "labeling/edit", "labeling/edit/commands"}, {}},
    {"labeling/shape", {"labeling/base", "labeling/domain", "labeling/domain/rings", "labeling/edit", "labeling/edit/commands", "labeling/tools"}, {"polyclipping/"}},
    {"labeling/io/codecs", {"labeling/base", "labeling/domain", "labeling/io"}, {"opencv2/"}},
    {"labeling/io", {"labeling/base", "labeling/domain"}, {"opencv2/core", "opencv2/imgproc", "lcms2.h", "libheif/", "png.h", "zlib.h"}},
    {"labeling/formats", {"labeling/base", "labeling/domain", "labeling/io", "labeling/shape", "labeling/formats/kfashion"}, {"nlohmann/", "opencv2/core", "opencv2/imgproc"}},
    {"labeling/formats/json", {"labeling/base"}, {}},
    {"labeling/formats/kfashion", {"labeling/base", "labeling/domain", "labeling/shape", "labeling/formats", "labeling/formats/json"}, {}},
    {"labeling/formats/exchange", {"labeling/base", "labeling/domain", "labeling/io", "labeling/shape", "labeling/formats", "labeling/formats/json"}, {"nlohmann/", "yaml.h"}},
    {"labeling/formats/outfits", {"labeling/base", "labeling/domain", "labeling/formats", "labeling/formats/json"}, {}},
    {"labeling/store", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store/people", "labeling/store/counts", "labeling/store/quality", "labeling/store/recommend", "labeling/store/memory", "labeling/store/sql", "labeling/store/sql/counts", "labeling/store/sql/people", "labeling/store/sql/quality", "labeling/store/sql/recommend"}, {"nlohmann/"}},
    {"labeling/store/people", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store"}, {}},
    {"labeling/store/counts", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store"}, {"nlohmann/"}},
    {"labeling/store/quality", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store"}, {"nlohmann/"}},
    {"labeling/store/recommend", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store"}, {"nlohmann/"}},
    {"labeling/store/memory", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store", "labeling/store/people", "labeling/store/counts", "labeling/store/quality", "labeling/store/recommend"}, {}},
    {"labeling/store/sql", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store", "labeling/store/people", "labeling/store/counts", "labeling/store/quality", "labeling/store/sql/people", "labeling/store/sql/counts", "labeling/store/sql/quality", "labeling/store/sql/recommend"}, {"soci/"}},
    {"labeling/store/sql/people", {"labeling/domain", "labeling/review", "labeling/store", "labeling/store/people", "labeling/store/sql", "labeling/store/sql/quality"}, {}},
    {"labeling/store/sql/quality", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store", "labeling/store/people", "labeling/store/quality", "labeling/store/sql"}, {"soci/"}},
    {"labeling/store/sql/recommend", {"labeling/base", "labeling/domain", "labeling/store", "labeling/store/recommend", "labeling/store/sql", "labeling/store/sql/people"}, {}},
    {"labeling/store/sql/counts", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store", "labeling/store/people", "labeling/store/counts", "labeling/store/sql", "labeling/store/sql/people"}, {"soci/"}},
    {"labeling/dataset", {"labeling/base", "labeling/domain", "labeling/io", "labeling/formats", "labeling/store"}, {"nlohmann/"}},
    {"labeling/synth", {"labeling/base", "labeling/domain", "labeling/io", "labeling/dataset", "labeling/formats/kfashion", "labeling/synth/paint"}, {}},
    {"labeling/synth/paint", {"labeling/base", "labeling/domain", "labeling/synth"}, {"opencv2/imgproc"}},

    {"inference/models", {"labeling/base", "labeling/domain"}, {"nlohmann/"}},
    {"inference/garments", {"labeling/base", "labeling/domain", "labeling/domain/rings", "inference/models"}, {"opencv2/imgproc"}},
    {"inference/clicks", {"labeling/base", "labeling/domain", "labeling/domain/rings", "inference/models", "inference/garments", "inference/torch"}, {"opencv2/imgproc"}},
    {"inference/classic", {"labeling/base", "labeling/domain", "inference/garments", "inference/clicks"}, {"opencv2/imgproc"}},
    {"inference/colour", {"labeling/domain"}, {}},
    {"inference/torch", {"labeling/base", "labeling/domain", "inference/models", "inference/garments", "inference/clicks", "inference/net"}, {}},
    {"inference/net", {"labeling/base", "labeling/domain", "inference/models", "inference/garments", "inference/clicks", "inference/torch", "inference/net/figures", "inference/net/layers", "inference/net/vectors"}, {"torch/", "ATen/", "c10/"}},
    {"inference/net/layers", {"inference/net"}, {"torch/"}},
    {"inference/net/figures", {"labeling/domain", "inference/models", "inference/garments", "inference/net", "inference/net/layers"}, {"torch/"}},
    {"inference/net/zoo", {"inference/net"}, {"torch/"}},
    {"inference/net/vectors", {"labeling/base", "labeling/domain", "inference/models", "inference/garments", "inference/net", "inference/net/layers", "inference/net/zoo"}, {"torch/"}},
    {"inference/train/data", {"labeling/base", "labeling/domain", "labeling/io", "labeling/dataset", "inference/models", "inference/garments", "inference/train/data/ccp"}, {"nlohmann/", "opencv2/imgproc"}},
    {"inference/train/data/ccp", {"labeling/base", "labeling/domain", "labeling/io", "inference/garments", "inference/train/data"}, {"nlohmann/"}},
    {"inference/train/measure", {"labeling/base", "labeling/domain", "inference/models", "inference/garments", "inference/clicks", "inference/train/data"}, {"opencv2/imgproc"}},
    {"inference/train/measure/operator", {"labeling/base", "labeling/domain", "inference/garments", "inference/clicks", "inference/train/data", "inference/train/measure"}, {"opencv2/imgproc"}},
    {"inference/train/learn", {"labeling/base", "labeling/domain", "inference/models", "inference/garments", "inference/clicks", "inference/net", "inference/net/figures", "inference/net/vectors", "inference/train/data", "inference/train/measure"}, {"torch/", "ATen/", "c10/", "nlohmann/", "opencv2/imgproc"}},
    {"inference/train/run", {"labeling/base", "labeling/domain", "labeling/io", "labeling/dataset", "inference/models", "inference/garments", "inference/clicks", "inference/torch", "inference/net", "inference/train/*"}, {"nlohmann/", "opencv2/imgproc"}},

    {"recommender/index", {"labeling/base"}, {"hnswlib/"}},
    {"recommender", {"labeling/base", "labeling/domain", "labeling/agreement", "recommender/index"}, {}},
    {"recommender/map", {"labeling/base", "labeling/domain"}, {}},
    {"recommender/outfits", {"labeling/base", "labeling/domain", "labeling/edit", "recommender", "recommender/index"}, {}},
    {"recommender/words", {"labeling/base", "labeling/domain", "recommender"}, {"nlohmann/"}},

    {"app/report", {"labeling/base", "labeling/domain", "labeling/io", "inference/models", "inference/train/measure"}, {"nlohmann/"}},
    {"app/workflow/jobs", {"labeling/base"}, {}},
    {"app/workflow/project", {"labeling/*", "inference/torch", "app/workflow/*"}, {}},
    {"app/workflow/output", {"labeling/*", "app/workflow/jobs", "app/workflow/project"}, {"nlohmann/"}},
    {"app/workflow/audit", {"labeling/*", "app/workflow/jobs", "app/workflow/project"}, {}},
    {"app/workflow/photo", {"labeling/*", "app/workflow/jobs", "app/workflow/project", "app/workflow/audit", "app/workflow/people"}, {}},
    {"app/workflow/people", {"labeling/*", "app/workflow/jobs", "app/workflow/project", "app/workflow/audit"}, {}},
    {"app/workflow/quality", {"labeling/*", "app/workflow/jobs", "app/workflow/project", "app/workflow/audit", "app/workflow/people", "app/workflow/photo", "app/workflow/figures"}, {}},
    {"app/workflow/board", {"labeling/*", "app/workflow/jobs", "app/workflow/project"}, {"nlohmann/"}},
    {"app/workflow/figures", {"labeling/*", "app/report", "app/workflow/jobs", "app/workflow/project"}, {}},
    {"app/workflow/models", {"labeling/*", "inference/*", "app/report", "app/workflow/jobs", "app/workflow/project", "app/workflow/audit", "app/workflow/people"}, {"nlohmann/"}},
    {"app/workflow/predict", {"labeling/*", "inference/*", "app/workflow/*"}, {}},
    {"app/workflow/outfits", {"labeling/*", "recommender", "recommender/outfits", "app/workflow/*"}, {}},
    {"app/workflow/map", {"labeling/*", "recommender", "recommender/map", "app/workflow/*"}, {}},
    {"app/workflow/recommend", {"labeling/*", "inference/*", "recommender", "recommender/*", "app/workflow/*"}, {}},
    {"app/bench", {"labeling/*", "inference/*", "recommender/index", "app/workflow/*"}, {"nlohmann/"}},
    {"app/bench/recommend", {"labeling/*", "inference/*", "recommender", "recommender/*", "app/workflow/*"}, {}},
    {"app/bench/faiss", {"labeling/base", "app/bench"}, {"faiss/", "omp.h"}},
    {"app/cli", {"labeling/base", "labeling/domain", "labeling/review", "labeling/edit", "app/report", "app/workflow/*", "app/cli/audit"}, {"CLI/", "nlohmann/"}},
    {"app/cli/bench", {"labeling/base", "labeling/agreement", "app/bench", "app/bench/recommend", "app/workflow/*", "app/cli"}, {"CLI/", "nlohmann/"}},
    {"app/cli/recommend", {"labeling/base", "labeling/domain", "app/workflow/*", "app/cli"}, {"CLI/", "nlohmann/"}},
    {"app/cli/people", {"labeling/base", "labeling/domain", "labeling/review", "app/workflow/*", "app/cli"}, {"CLI/", "nlohmann/"}},
    {"app/cli/audit", {"labeling/base", "labeling/domain", "labeling/review", "app/report", "app/workflow/*", "app/cli"}, {"CLI/", "nlohmann/"}},

    {"app/gui/words", {"labeling/base", "labeling/domain", "app/gui/words/messages"}, {}},
    {"app/gui/words/messages", {}, {}},
    {"app/gui/base", {"labeling/base", "labeling/domain", "labeling/review", "labeling/edit", "labeling/store", "app/workflow/*", "app/gui/words"}, {"imgui", "ft2build.h", "GLFW/", "fontconfig/", "nlohmann/"}},
    {"app/gui/draw", {"labeling/base", "labeling/domain", "labeling/io", "app/gui/words", "app/gui/base"}, {"imgui.h", "GL/", "GLFW/"}},
    {"app/gui/charts", {"app/gui/words", "app/gui/base", "app/gui/draw"}, {"imgui.h"}},
    {"app/gui/project", {"labeling/*", "inference/clicks", "inference/classic", "app/workflow/*", "app/gui/words", "app/gui/base", "app/gui/draw"}, {}},
    {"app/gui/canvas", {"labeling/base", "labeling/domain", "labeling/edit", "labeling/edit/*", "labeling/tools", "labeling/shape", "inference/clicks", "app/gui/words", "app/gui/base", "app/gui/draw", "app/gui/project"}, {"imgui.h"}},
    {"app/gui/canvas/tools", {"labeling/base", "labeling/domain", "labeling/edit", "labeling/edit/*", "labeling/tools", "labeling/shape", "inference/clicks", "app/gui/words", "app/gui/base", "app/gui/draw", "app/gui/project", "app/gui/canvas"}, {"imgui.h"}},
    {"app/gui/panels", {"labeling/base", "labeling/domain", "labeling/review", "labeling/edit", "labeling/edit/*", "labeling/tools", "app/workflow/*", "app/gui/words", "app/gui/base", "app/gui/draw", "app/gui/project", "app/gui/canvas", "app/gui/panels/dialogs"}, {"imgui"}},
    {"app/gui/panels/recommend", {"labeling/base", "labeling/domain", "labeling/tools", "recommender/map", "app/workflow/*", "app/gui/words", "app/gui/base", "app/gui/draw", "app/gui/charts", "app/gui/project", "app/gui/panels"}, {"imgui"}},
    {"app/gui/panels/review", {"labeling/base", "labeling/domain", "labeling/review", "app/workflow/*", "app/gui/words", "app/gui/base", "app/gui/draw", "app/gui/project", "app/gui/canvas", "app/gui/panels", "app/gui/panels/dialogs"}, {"imgui"}},
    {"app/gui/panels/manage", {"labeling/base", "labeling/domain", "labeling/review", "labeling/store", "app/workflow/*", "app/gui/words", "app/gui/base", "app/gui/draw", "app/gui/charts", "app/gui/project", "app/gui/panels", "app/gui/panels/dialogs"}, {"imgui"}},
    {"app/gui/panels/dialogs", {"labeling/base", "labeling/domain", "labeling/store", "app/workflow/*", "app/gui/words", "app/gui/base", "app/gui/draw", "app/gui/panels"}, {"imgui"}},
    {"app/gui/shell", {"labeling/*", "app/workflow/*", "app/gui/*"}, {"imgui", "backends/imgui_", "GLFW/", "CLI/", "nlohmann/"}},
    {"app/gui/shell/actions", {"labeling/*", "app/workflow/*", "app/gui/*"}, {"imgui.h"}},
    {"app/gui/shell/recommend", {"labeling/*", "app/workflow/*", "app/gui/*"}, {"imgui.h"}},
    {"app/gui/shell/views", {"labeling/base", "labeling/domain", "labeling/review", "app/gui/*"}, {"imgui.h"}},
};

// clang-format on

}  // namespace jaedan::testing
