import type { CoursePackage, PackageCourse } from '@recognition/client';
import { frameworks, isSound, planPackage, type PlanOptions } from '@recognition/recognition/frameworks';
import type { Content } from './model.ts';

/** What a package comes to as it stands, by the very rules that the service asks when it is proposed. */
export function planOf(content: Content, courses: readonly PackageCourse[], options: PlanOptions) {
  const facts = new Map(courses.map((course) => [course.id, course]));
  const plan = planPackage(frameworks[content.framework], facts, content, options);
  const findings: CoursePackage['findings'] = plan.findings;
  return { ...plan, findings, sound: isSound(plan) };
}
