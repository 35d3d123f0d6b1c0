#pragma once

#include <array>
#include <string>
#include <string_view>

#include "labeling/base/message.h"

namespace jaedan {

/// What somebody does to a photo. The change log names changes by it.
enum class Deed {
  kDraw,     ///< regions: a garment comes, goes, changes its outline or its place in the z-order
  kLabel,    ///< says something of a garment or of the photo
  kArrange,  ///< hides, shows, locks or unlocks garments: no work on the photo
  kAccept,   ///< takes over what a model proposed, or confirms it
  kSubmit,   ///< the stage is done
  kApprove,  ///< an inspector is content
  kReturn,   ///< … or is not
  kImport,   ///< labels come with a file
  kManage,   ///< what is the whole project's: its people, photos, models and settings; no photo's state hangs on it
};

inline constexpr std::array<Deed, 9> kAllDeeds = {Deed::kDraw,   Deed::kLabel,  Deed::kArrange,
                                                  Deed::kAccept, Deed::kSubmit, Deed::kApprove,
                                                  Deed::kReturn, Deed::kImport, Deed::kManage};

/// ASCII id: draw, label, arrange, accept, submit, approve, return, import, manage.
std::string_view id_of(Deed deed);
/// The same as an argument of a sentence, so that it is said in the window's language.
Message message_of(Deed deed);

/// What the change log calls taking back what it calls `action`: a deed, or one of project_deed.h.
std::string undo_of(std::string_view action);
std::string undo_of(Deed deed);
/// Whether `action` is that.
bool is_undo(std::string_view action);
/// What was done or taken back: `action` itself when it takes nothing back.
std::string_view deed_behind(std::string_view action);

/// Whether the deed is about the photo's state itself: it happens even when nothing else changes.
constexpr bool decides(Deed deed) { return deed == Deed::kSubmit || deed == Deed::kApprove || deed == Deed::kReturn; }

/// Whether the deed is work on the photo, which whoever did it does not inspect.
constexpr bool works(Deed deed) { return deed == Deed::kDraw || deed == Deed::kLabel || deed == Deed::kAccept; }

}  // namespace jaedan
