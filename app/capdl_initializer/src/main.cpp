// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/runtime/hooks.hpp>

#include <capdl_initializer/context.hpp>
#include <capdl_initializer/target.hpp>

namespace capdl_initializer {
namespace {

constexpr Word page_bits = 12;

[[noreturn]] void refuse(std::span<const std::byte> bytes, sel4::capdl::ImageError error) {
  sel4::print("ERROR [sel4_capdl_initializer] invalid specification at byte ",
              sel4::hex(error.offset));
  const std::string_view table = sel4::capdl::table_at(bytes, error.offset);
  if (!table.empty()) sel4::print(" (table of ", table, ')');
  sel4::println(": ", message(error.damage));
  sel4_runtime_halt();
}

void run(const ::seL4_BootInfo& boot_info) {
  const sel4::capdl::Location location = sel4_capdl_location.get();
  if (location.image_address == 0) {
    fail("no specification", "put one in with capdl-add-spec");
  }
  const std::span bytes{reinterpret_cast<const std::byte*>(location.image_address),
                        location.image_size};
  const auto image = Image::check(bytes, &sel4_capdl_target);
  if (!image) refuse(bytes, image.error());
  if (image->header().embedded_frames > location.frames_size >> page_bits) {
    fail("invalid specification", "it has fewer embedded frames than it says");
  }
  set_level(image->header().verbosity);
  log(Level::info, "Starting CapDL initializer");

  Context context{.boot_info = boot_info, .image = *image, .ipc = {boot_info.ipcBuffer}};
  // The kernel gives one frame for each page of the program, from the lowest on.
  context.bases[sel4::capdl::ref_embedded] =
      boot_info.userImageFrames.start +
      ((location.frames_address - location.program_start) >> page_bits);
  prepare_slots(context);
  create_objects(context);
  fill_frames(context);
  set_up_spaces(context);
  set_up_threads(context);
  fill_cnodes(context);
  set_up_domains(context);
  log(Level::info, "Starting threads");
  start(context);
  log(Level::debug, "CapDL initializer done, suspending");
}

}  // namespace
}  // namespace capdl_initializer

SEL4_ROOT_TASK(capdl_initializer::run, .stack_size = 16 * 1024)
