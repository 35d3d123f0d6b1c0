#include "app/gui/studio.h"

int main(int argc, char** argv) { return jaedan::gui::run_studio(argc, argv); }
