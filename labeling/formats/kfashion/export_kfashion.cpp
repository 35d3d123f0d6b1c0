#include <ctime>
#include <unordered_set>

#include "labeling/base/file_system.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"

namespace jaedan::labeling {
namespace {

class KFashionExporter final : public Exporter {
 public:
  KFashionExporter(std::string folder, const Taxonomy& taxonomy, const ExportOptions& options)
      : folder_(std::move(folder)), taxonomy_(taxonomy), options_(options) {
    if (options_.created.empty()) options_.created = kfashion_timestamp(std::time(nullptr));
  }

  Status add(const ExportItem& item) override {
    const std::int64_t number = item.names.number != 0 ? item.names.number : item.photo.id.value;
    KFashionFile file = new_kfashion_file(item.photo, item.annotation, number, options_.created);
    if (!item.kfashion_source.empty()) {
      Result<KFashionFile> source = read_kfashion(item.kfashion_source, taxonomy_);
      if (!source.ok()) return source.error().with_context(item.photo.name);
      file = std::move(source).value();
      file.annotation = item.annotation;
    }
    give_own_number(file, number, item.photo);
    KFashionWriteOptions write_options;
    write_options.largest_ring_only = options_.largest_ring_only;
    const Result<KFashionText> text = write_kfashion(file, taxonomy_, write_options);
    if (!text.ok()) return text.error().with_context(item.photo.name);
    for (const Warning& warning : text->warnings) warnings_.push_back({item.photo.name, warning.message});
    return disk().write_atomically(folder_ + "/" + file_name_of(item) + ".json", text->bytes);
  }

  Status finish() override { return {}; }

 private:
  /// No two files of an export have one 이미지 식별자: the first keeps it.
  void give_own_number(KFashionFile& file, std::int64_t number, const Photo& photo) {
    const std::int64_t wanted = file.image_id;
    if (wanted == 0 || numbers_.insert(wanted).second) return;  // a file without one keeps its bytes
    file.image_id = number;
    while (!numbers_.insert(file.image_id).second) ++file.image_id;
    if (file.file_number == wanted) file.file_number = file.image_id;
    warnings_.push_back({photo.name,
                         {"kfashion.number_taken",
                          "the image id {0} belongs to another photo of this export; it became {1}",
                          {wanted, file.image_id}}});
  }

  const std::string folder_;
  const Taxonomy& taxonomy_;
  ExportOptions options_;
  std::unordered_set<std::int64_t> numbers_;
};

}  // namespace

MadeExporter make_kfashion_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions& options) {
  return std::make_unique<KFashionExporter>(folder, taxonomy, options);
}

}  // namespace jaedan::labeling
