// What a site made with Eleventy does with its pictures: the widths and formats asked for, of every original.
import {readdir} from "node:fs/promises";
import path from "node:path";
import Image from "@11ty/eleventy-img";

const [originals, outputDir, recipe] = process.argv.slice(2);
const {widths, formats, jpeg, webp, avif} = JSON.parse(recipe);
const files = (await readdir(originals)).sort();
await Promise.all(files.map(file => Image(path.join(originals, file), {
  widths,
  formats,
  outputDir,
  useCache: false,
  fixOrientation: true,
  sharpJpegOptions: {quality: jpeg, progressive: true},
  sharpWebpOptions: {quality: webp},
  sharpAvifOptions: {quality: avif, chromaSubsampling: "4:2:0"},
})));
