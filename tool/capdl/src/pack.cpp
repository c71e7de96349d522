// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "elf_patch.hpp"
#include "fill_files.hpp"

#include <sel4/capdl/pack.hpp>
#include <sel4/capdl/target.hpp>
#include <sel4/capdl/validate.hpp>

#include <zlib.h>

namespace sel4::capdl {

namespace {

// A raw stream, as the initializer reads it: no header, no sum of its own.
constexpr int raw_window_bits = -15;
constexpr int memory_level = 9;

std::vector<std::byte> deflate_raw(std::span<const std::byte> bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_window_bits, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return {bytes.begin(), bytes.end()};
  }
  std::vector<std::byte> out(deflateBound(&stream, static_cast<uLong>(bytes.size())));
  // The library's interface takes bytes that it does not change as variable ones.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) return {bytes.begin(), bytes.end()};
  return out;
}

}  // namespace

Outcome<Packed> pack(const std::string& initializer_name,
                     std::span<const std::byte> initializer_elf, const Spec& spec,
                     const PackOptions& options) {
  const TargetInfo target = SEL4_CAPDL_TRY(read_target(initializer_name, initializer_elf));
  SEL4_CAPDL_TRY(validate(spec, target, options.platform ? &*options.platform : nullptr));
  FillFiles files{options.fill_dirs};
  FillSource source;
  source.read = [&](const std::string& where, const fill::File& file, std::uint64_t size) {
    return files.read(where, file, size);
  };
  if (options.deflate) source.compress = deflate_raw;
  const MadeImage made = SEL4_CAPDL_TRY(make_image(spec, target, source,
                                                   {.names = options.names,
                                                    .embed_frames = options.embed_frames,
                                                    .verbosity = options.verbosity}));
  Packed packed;
  packed.slots = made.slots;
  packed.memory = memory_needed(spec, target);
  packed.elf = SEL4_CAPDL_TRY(add_image(initializer_name, initializer_elf, made, target.user_top));
  return packed;
}

}  // namespace sel4::capdl
