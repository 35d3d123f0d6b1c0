#pragma once

#include <memory>
#include <string>

#include "labeling/formats/exporter.h"

/// One function a format, each in a file of its own; only the table in exporter.cpp includes this.
namespace jaedan::labeling {

using MadeExporter = std::unique_ptr<Exporter>;

MadeExporter make_kfashion_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);
MadeExporter make_mask_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);
MadeExporter make_overlay_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);
MadeExporter make_csv_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);
MadeExporter make_coco_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);
MadeExporter make_labelme_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);
MadeExporter make_voc_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);
MadeExporter make_yolo_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&);

}  // namespace jaedan::labeling
