#pragma once

#include <optional>
#include <string>

#include "labeling/edit/command.h"

namespace jaedan {

/// A person says yes to what a model said: it stays the model's word with its score, keeps the person's name beside it
/// and is safe from models. Values of people and files stay untouched, so confirming twice changes nothing. Allowed on
/// locked garments.
class Confirm : public Command {
 public:
  /// One attribute of one garment. kNotFound for the garment.
  static Confirm attribute(GarmentId garment, std::string attribute, std::string user);
  /// Outline and all attributes of one garment. kNotFound.
  static Confirm garment(GarmentId garment, std::string user);
  /// One attribute of the whole photo.
  static Confirm image_attribute(std::string attribute, std::string user);
  /// Every garment and everything said of the photo.
  static Confirm everything(std::string user);

  std::string name() const override { return "confirm"; }
  Changes changes() const override { return Change::kLabels; }
  Deed deed() const override { return Deed::kAccept; }
  Status apply(Annotation& annotation) const override;

 private:
  enum class Scope { kGarment, kImage, kEverything };
  Confirm(Scope scope, GarmentId garment, std::optional<std::string> attribute, std::string user);

  void confirm(AttributeValues& values) const;
  void confirm(Garment& garment) const;

  Scope scope_;
  GarmentId garment_;
  std::optional<std::string> attribute_;  ///< empty: all attributes
  std::string user_;
};

}  // namespace jaedan
