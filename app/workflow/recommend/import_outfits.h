#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Whether the file at `path` is a table of outfits, by its ending and its looks (labeling/formats/outfits).
bool is_outfit_table(const std::string& path);

/// Takes the outfit tables below `source` (or the one file, whatever it looks like) into the project, each under the
/// name of its file without the ending; one of that name that is there already is replaced, which is a warning. Two
/// files of one name are told apart by their folders ("a/looks.csv"). Category numbers get the names that lie beside
/// the table. Odd rows, ids that are missing or come twice, are warnings with their row; a file that cannot be read is
/// listed as failed and the others are taken. The report counts outfits: done are in the project, skipped are those
/// that were none or given twice. kNotFound when there is no such file; kForbidden for who may not import
/// (Deed::kImport); errors of the store.
Result<BatchReport> import_outfits(Project& project, const std::string& source, const Actor& manager,
                                   const Watch& watch);

/// Forgets the table `name`. kNotFound; kForbidden for who may not (Deed::kManage).
Status remove_outfit_table(Project& project, const std::string& name, const Actor& manager);

}  // namespace jaedan::workflow
