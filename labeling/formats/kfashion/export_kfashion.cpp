#include <algorithm>
#include <ctime>

#include "labeling/base/file_system.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"

namespace jaedan::labeling {
namespace {

/// The data set's own photos are named by their number.
std::int64_t image_id_of(const Photo& photo) {
  const std::string& name = photo.name;
  const bool number = !name.empty() && name.size() <= 15 &&
                      std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? std::stoll(name) : photo.id.value;
}

class KFashionExporter final : public Exporter {
 public:
  KFashionExporter(std::string folder, const Taxonomy& taxonomy, const ExportOptions& options)
      : folder_(std::move(folder)), taxonomy_(taxonomy), options_(options) {
    if (options_.created.empty()) options_.created = kfashion_timestamp(std::time(nullptr));
  }

  Status add(const ExportItem& item) override {
    KFashionFile file = new_kfashion_file(item.photo, item.annotation, image_id_of(item.photo), options_.created);
    if (!item.kfashion_source.empty()) {
      Result<KFashionFile> source = read_kfashion(item.kfashion_source, taxonomy_);
      if (!source.ok()) return source.error().with_context(item.photo.name);
      file = std::move(source).value();
      file.annotation = item.annotation;
    }
    KFashionWriteOptions write_options;
    write_options.largest_ring_only = options_.largest_ring_only;
    const Result<KFashionText> text = write_kfashion(file, taxonomy_, write_options);
    if (!text.ok()) return text.error().with_context(item.photo.name);
    for (const Warning& warning : text->warnings) warnings_.push_back({item.photo.name, warning.message});
    return disk().write_atomically(folder_ + "/" + file_name_of(item) + ".json", text->bytes);
  }

  Status finish() override { return {}; }

 private:
  const std::string folder_;
  const Taxonomy& taxonomy_;
  ExportOptions options_;
};

}  // namespace

MadeExporter make_kfashion_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions& options) {
  return std::make_unique<KFashionExporter>(folder, taxonomy, options);
}

}  // namespace jaedan::labeling
